//! How often one may try to come in, per address and per account.

use std::{
    net::{IpAddr, Ipv6Addr},
    num::NonZeroU32,
    time::Duration,
};

use governor::{
    DefaultKeyedRateLimiter, Quota, RateLimiter,
    clock::{Clock as _, DefaultClock},
};
use sha2::{Digest as _, Sha256};

use crate::domain::error::{Error, Refusal};

/// A whole town hall comes from one address on Monday morning: much at once, then one a second.
const ADDRESS: (u32, Duration) = (120, Duration::from_secs(1));
/// One person types a wrong password now and then: five at once, then one a minute.
const ACCOUNT: (u32, Duration) = (5, Duration::from_secs(60));
/// From how many remembered keys on those that are idle are forgotten.
const MANY: usize = 10_000;

/// Counts tries.
pub struct Throttle {
    addresses: DefaultKeyedRateLimiter<IpAddr>,
    accounts: DefaultKeyedRateLimiter<[u8; 32]>,
}

impl Default for Throttle {
    fn default() -> Self {
        Self { addresses: RateLimiter::keyed(quota(ADDRESS)), accounts: RateLimiter::keyed(quota(ACCOUNT)) }
    }
}

fn quota((burst, period): (u32, Duration)) -> Quota {
    let burst = NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN);
    // None only for a period of zero.
    Quota::with_period(period).unwrap_or_else(|| Quota::per_second(burst)).allow_burst(burst)
}

impl Throttle {
    /// One more try from an address for an account, as it was typed.
    ///
    /// # Errors
    /// [`Refusal::TooMany`] with the seconds to wait. Unknown accounts are counted alike, so that this tells nothing.
    pub fn attempt(&self, address: IpAddr, account: &str) -> Result<(), Error> {
        self.forget_idle();
        let account: [u8; 32] = Sha256::digest(account.trim().to_lowercase()).into();
        let now = DefaultClock::default().now();
        let wait =
            self.addresses.check_key(&network(address)).and_then(|()| self.accounts.check_key(&account));
        wait.map_err(|until| Refusal::TooMany { seconds: until.wait_time_from(now).as_secs() + 1 }.into())
    }

    fn forget_idle(&self) {
        if self.addresses.len() + self.accounts.len() > MANY {
            self.addresses.retain_recent();
            self.accounts.retain_recent();
        }
    }
}

/// One customer has a whole /64 of IPv6.
fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX)).into(),
    }
}
