//! Names as addresses spell them.

/// Lower case letters and digits of a name, with hyphens between.
///
/// ```
/// use state::content::slug::slug;
/// assert_eq!(slug("Obstetrics & Gynecology"), "obstetrics-gynecology");
/// ```
#[must_use]
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in name.chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_owned()
}
