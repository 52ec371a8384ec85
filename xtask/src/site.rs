//! A site as files in memory: their names, the hashes that name them, and how they reach a folder.

use crate::{Result, paths};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// A site by file name, sorted.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// How many bytes of a hash name a file: by chance two files in 2^64 would share a name.
const NAMED_BY: usize = 8;

/// A hash that names content: the first 8 bytes of its SHA-256, as 16 hexadecimal digits.
pub(crate) fn hash(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest
        .iter()
        .take(NAMED_BY)
        .fold(String::new(), |mut digits, byte| {
            // Writing to a text cannot fail.
            let _ = write!(digits, "{byte:02x}");
            digits
        })
}

/// The files below `folder`.
///
/// # Errors
/// When one of them cannot be read.
pub(crate) fn read(folder: &Path) -> Result<Files> {
    let names = paths::files(folder)?;
    let files = names.into_iter().map(|name| {
        let bytes = fs::read(folder.join(&name))?;
        Ok((name, bytes))
    });
    files.collect()
}

/// Writes the files below `folder`, over what is there.
///
/// # Errors
/// When a file cannot be written.
pub(crate) fn write(folder: &Path, files: &Files) -> Result {
    for (name, bytes) in files {
        let file = folder.join(name);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(file, bytes)?;
    }
    Ok(())
}

/// Writes beside the old site and swaps at the end, so that there is never half a site.
///
/// # Errors
/// When a file cannot be written, or a folder cannot be moved.
pub(crate) fn replace(folder: &Path, files: &Files) -> Result {
    let (new, old) = (folder.with_extension("new"), folder.with_extension("old"));
    for leftover in [&new, &old] {
        if leftover.exists() {
            fs::remove_dir_all(leftover)?;
        }
    }
    write(&new, files)?;
    if folder.exists() {
        fs::rename(folder, &old)?;
    }
    fs::rename(&new, folder)?;
    if old.exists() {
        fs::remove_dir_all(old)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::hash;

    #[test]
    fn the_hash_is_the_beginning_of_sha_256() {
        assert_eq!(hash(b""), "e3b0c44298fc1c14");
        assert_eq!(hash(b"abc"), "ba7816bf8f01cfea");
    }
}
