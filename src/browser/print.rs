//! Paper.

/// Opens the browser's print dialog.
pub fn print() {
    // A browser without printing leaves the page as it is.
    let _ = gloo::utils::window().print();
}
