//! Encryption by age with a passphrase: scrypt makes the key, ChaCha20-Poly1305 keeps
//! the content; what was changed by one bit does not open.

use crate::error::{Error, Result};
use age::secrecy::SecretString;
use entaku_domain::text::half_width;
use zeroize::Zeroizing;

/// How much work one try at a passphrase is: scrypt's N is 2 to this power, r is 8, so
/// that memory is 2^(n+10) bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Strength(u8);

/// What an office's computer does in about half a second, with 128 MB for that long.
pub const OFFICE: Strength = Strength(17);
/// The most that is accepted when a file is opened: 256 MB. A file that asks for more is
/// none of ours and would only hold the computer up.
const MOST: u8 = 18;
/// The shortest passphrase, in characters: whoever copies the file has time to guess.
pub const SHORTEST: usize = 12;

impl Strength {
    /// Of tests, which open many: hardly any work at all.
    #[must_use]
    pub const fn of_tests() -> Self {
        Self(2)
    }
}

/// A passphrase; wiped from memory when it is dropped.
#[derive(Clone)]
pub struct Passphrase(SecretString);

impl Passphrase {
    /// What was typed: width makes no difference, so that Japanese input left on does not
    /// keep anybody out; blanks around it neither.
    pub fn typed(text: &str) -> Self {
        let typed = Zeroizing::new(half_width(text));
        Self(SecretString::from(typed.trim().to_owned()))
    }

    /// One for a new file.
    ///
    /// # Errors
    /// [`Error::Short`].
    pub fn chosen(text: &str) -> Result<Self> {
        use age::secrecy::ExposeSecret;
        let chosen = Self::typed(text);
        let length = chosen.0.expose_secret().chars().count();
        if length < SHORTEST { Err(Error::Short(SHORTEST)) } else { Ok(chosen) }
    }
}

impl std::fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

/// Encrypts.
pub(crate) fn seal(content: &[u8], passphrase: &Passphrase, strength: Strength) -> Result<Vec<u8>> {
    let mut recipient = age::scrypt::Recipient::new(passphrase.0.clone());
    recipient.set_work_factor(strength.0);
    // What is encrypted in memory fails for nothing that the user could mend.
    age::encrypt(&recipient, content).map_err(|_| Error::Damaged)
}

/// Decrypts.
pub(crate) fn unseal(sealed: &[u8], passphrase: &Passphrase) -> Result<Zeroizing<Vec<u8>>> {
    use age::DecryptError as D;
    let mut identity = age::scrypt::Identity::new(passphrase.0.clone());
    identity.set_max_work_factor(MOST);
    age::decrypt(&identity, sealed).map(Zeroizing::new).map_err(|error| match error {
        D::DecryptionFailed | D::KeyDecryptionFailed | D::NoMatchingKeys => Error::WrongPassphrase,
        D::ExcessiveWork { required, .. } => Error::TooMuchWork(required),
        _ => Error::Damaged,
    })
}
