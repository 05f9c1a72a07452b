//! Closed sets of values: each has a stable code (database, files, command
//! line) and the one Japanese term that the office uses for it.

/// A code that belongs to no value of the set that was asked for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{code:?} is no {set}; one of: {known}")]
pub struct UnknownCode {
    /// The set's name in English.
    pub set: &'static str,
    /// The code that was given.
    pub code: String,
    /// The codes that there are.
    pub known: &'static str,
}

/// Declares an enum whose variants carry a code and a Japanese label.
macro_rules! coded {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $code:literal, $label:literal;)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$vmeta])* #[doc = $label] #[serde(rename = $code)] $variant,)+
        }

        impl $name {
            /// Every value, in the office's order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable code, as written to the database and to files.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The Japanese term.
            pub const fn label(self) -> &'static str {
                match self { $(Self::$variant => $label),+ }
            }

            /// Reads a code.
            ///
            /// # Errors
            /// [`UnknownCode`](crate::UnknownCode) when no value has this code.
            pub fn from_code(code: &str) -> Result<Self, crate::UnknownCode> {
                match code {
                    $($code => Ok(Self::$variant),)+
                    _ => Err(crate::UnknownCode {
                        set: stringify!($name),
                        code: code.to_owned(),
                        known: concat!($($code, " "),+),
                    }),
                }
            }
        }
    };
}

coded! {
    /// How sure a fact of the chart is: written in the source, or read out of it.
    Certainty {
        Stated = "stated", "明記";
        Estimated = "estimated", "推定";
    }
}
