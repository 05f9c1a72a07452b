//! What a foreign link may do in a packet: lead to a page of the packet or to
//! an address. Scripts, programs and other files are left out.

use qpdf::{QPdfDictionary, QPdfObject, QPdfObjectLike, QPdfObjectType};

use super::destinations::explicit;
use super::join::Packet;
use super::objects::{get_dict, get_name};

/// Schemes of addresses that a link may keep.
const SCHEMES: [&str; 4] = ["http:", "https:", "mailto:", "tel:"];

/// Gives `link` what `source` does, where the packet can do it; false when
/// nothing is left of it. `at` is the packet's page that holds the link.
pub(super) fn keep(
    packet: &Packet<'_>,
    file: usize,
    at: usize,
    source: &QPdfDictionary,
    link: &QPdfDictionary,
) -> bool {
    if let Some(place) = packet.files[file].destinations.of_entry(source) {
        let Some(page) = packet.nearest(file, place.page, at) else { return false };
        link.set("/Dest", explicit(&packet.pdf, &packet.pages[page], &place.view));
        return true;
    }
    let Some(address) = address(source) else { return false };
    let action = packet.pdf.new_dictionary();
    action.set("/S", packet.pdf.new_name("/URI"));
    action.set("/URI", packet.pdf.new_binary_string(address));
    link.set("/A", action);
    true
}

/// The address a link opens, when it is of a kind that may stay.
fn address(source: &QPdfDictionary) -> Option<Vec<u8>> {
    let action = get_dict(source, "/A")?;
    if get_name(&action, "/S")? != "/URI" {
        return None;
    }
    let uri: QPdfObject = action.get("/URI").filter(|uri| uri.get_type() == QPdfObjectType::String)?;
    let bytes = uri.as_binary_string();
    let start = bytes.trim_ascii_start();
    let allowed = SCHEMES
        .iter()
        .any(|scheme| start.get(..scheme.len()).is_some_and(|head| head.eq_ignore_ascii_case(scheme.as_bytes())));
    allowed.then_some(bytes)
}
