//! Whether there is room beside the database file. A full disk makes SQLite refuse every write; it is better to take
//! no visitors some time before that.

use std::path::Path;

use nix::sys::statvfs::statvfs;

/// Least room in bytes.
const LEAST: u64 = 200 * 1024 * 1024;
/// Least part of the disk, in percent.
const LEAST_PERCENT: u64 = 5;
/// Enough room in bytes, also on a disk of which it is less than that part.
const PLENTY: u64 = 2 * 1024 * 1024 * 1024;

/// Whether the disk of a file has enough room. A file that cannot be looked at has none.
pub(super) fn has_room(file: &Path) -> bool {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let Ok(disk) = statvfs(folder) else { return false };
    enough(disk.blocks_available(), disk.blocks(), disk.fragment_size())
}

/// In blocks of `size` bytes.
const fn enough(free: u64, all: u64, size: u64) -> bool {
    let room = free.saturating_mul(size);
    room >= PLENTY || (room >= LEAST && free.saturating_mul(100) >= all.saturating_mul(LEAST_PERCENT))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MIB: u64 = 1024 * 1024;

    #[test]
    fn a_disk_has_room_with_200_mib_and_a_twentieth_free() {
        assert!(enough(200, 4000, MIB));
        assert!(!enough(199, 1000, MIB));
        assert!(!enough(200, 4001, MIB));
        assert!(!enough(0, 0, MIB));
    }

    #[test]
    fn two_gib_is_room_on_any_disk() {
        assert!(enough(2048, 1_000_000, MIB));
        assert!(!enough(2047, 1_000_000, MIB));
    }
}
