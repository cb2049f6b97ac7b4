//! An address, or a network of addresses: `10.1.2.3`, `10.0.0.0/8`, `fd00::/8`.

use std::{net::IpAddr, str::FromStr};

/// All addresses that start with the same bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    prefix: u8,
}

impl Network {
    /// Whether the address lies in it. An IPv4 address written as IPv6 (`::ffff:10.1.2.3`) is the same address.
    #[must_use]
    pub fn contains(&self, address: IpAddr) -> bool {
        match (self.address, address.to_canonical()) {
            (IpAddr::V4(ours), IpAddr::V4(theirs)) => {
                shared(ours.to_bits().into(), theirs.to_bits().into(), 32 - self.prefix)
            }
            (IpAddr::V6(ours), IpAddr::V6(theirs)) => {
                shared(ours.to_bits(), theirs.to_bits(), 128 - self.prefix)
            }
            (IpAddr::V4(_), IpAddr::V6(_)) | (IpAddr::V6(_), IpAddr::V4(_)) => false,
        }
    }
}

/// Whether two addresses are equal when their last bits are left out.
fn shared(ours: u128, theirs: u128, left_out: u8) -> bool {
    (ours ^ theirs).checked_shr(left_out.into()).unwrap_or(0) == 0
}

/// What is neither an address nor a network.
#[derive(Debug)]
pub struct NoNetwork;

impl FromStr for Network {
    type Err = NoNetwork;

    fn from_str(text: &str) -> Result<Self, NoNetwork> {
        let (address, prefix) =
            text.split_once('/').map_or((text, None), |(address, prefix)| (address, Some(prefix)));
        let address: IpAddr = address.parse().map_err(|_| NoNetwork)?;
        let longest = if address.is_ipv4() { 32 } else { 128 };
        let prefix = prefix.map_or(Ok(longest), str::parse).map_err(|_| NoNetwork)?;
        if prefix > longest { Err(NoNetwork) } else { Ok(Self { address, prefix }) }
    }
}
