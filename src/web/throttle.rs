//! How often one may try to come in, per address and per account: counted here first, which costs nothing, and then in
//! the database for all instances together.

use std::{
    net::{IpAddr, Ipv6Addr},
    num::NonZeroU32,
    time::Duration,
};

use chrono::TimeDelta;
use governor::{
    DefaultKeyedRateLimiter, RateLimiter,
    clock::{Clock as _, DefaultClock},
};
use sha2::{Digest as _, Sha256};

use crate::domain::{
    actor::Actor,
    change::House,
    error::{Refusal, Result},
    people::sign_in_try::{self, Quota},
};

/// A whole town hall comes from one address on Monday morning: much at once, then one a second.
const ADDRESS: Quota = Quota { burst: 120, period: TimeDelta::seconds(1) };
/// One person types a wrong password now and then: five at once, then one a minute.
const ACCOUNT: Quota = Quota { burst: 5, period: TimeDelta::seconds(60) };
/// Papers are checked a few at a time, by a class with one address too; who tries numbers comes to nothing.
const PAPER: Quota = Quota { burst: 60, period: TimeDelta::seconds(2) };
/// A tablet in the hall is used by everybody who comes by: much at once, then one in ten seconds.
const VOICE: Quota = Quota { burst: 60, period: TimeDelta::seconds(10) };
/// From how many remembered keys on those that are idle are forgotten.
const MANY: usize = 10_000;

/// Counts tries.
pub struct Throttle {
    addresses: DefaultKeyedRateLimiter<IpAddr>,
    accounts: DefaultKeyedRateLimiter<[u8; 32]>,
    /// Those from which papers are checked.
    papers: DefaultKeyedRateLimiter<IpAddr>,
    /// Those from which residents say what they think: never in the database, where it would stand beside what was said.
    voices: DefaultKeyedRateLimiter<IpAddr>,
}

impl Default for Throttle {
    fn default() -> Self {
        Self {
            addresses: RateLimiter::keyed(quota(ADDRESS)),
            accounts: RateLimiter::keyed(quota(ACCOUNT)),
            papers: RateLimiter::keyed(quota(PAPER)),
            voices: RateLimiter::keyed(quota(VOICE)),
        }
    }
}

fn quota(of: Quota) -> governor::Quota {
    let burst = u32::try_from(of.burst).ok().and_then(NonZeroU32::new).unwrap_or(NonZeroU32::MIN);
    let period = of.period.to_std().unwrap_or(Duration::from_secs(1));
    // None only for a period of zero.
    governor::Quota::with_period(period)
        .unwrap_or_else(|| governor::Quota::per_second(burst))
        .allow_burst(burst)
}

impl Throttle {
    /// One more try from an address for an account, as it was typed. Whoever tries too often at this instance does not
    /// get as far as the database.
    ///
    /// # Errors
    /// [`Refusal::TooMany`] with the seconds to wait. Unknown accounts are counted alike, so that this tells nothing.
    pub async fn attempt(&self, house: &House, address: IpAddr, account: &str) -> Result<()> {
        let (address, account) = (network(address), account.trim().to_lowercase());
        self.attempt_here(address, &account)?;
        let counted = &[(format!("address {address}"), ADDRESS), (format!("account {account}"), ACCOUNT)];
        house.write(&Actor::house(), |change| async move { sign_in_try::count(&change, counted).await }).await
    }

    /// One more look at whether a paper is genuine.
    ///
    /// # Errors
    /// As [`Throttle::attempt`].
    pub async fn look(&self, house: &House, address: IpAddr) -> Result<()> {
        let address = network(address);
        self.forget_idle();
        let now = DefaultClock::default().now();
        let wait = self.papers.check_key(&address);
        wait.map_err(|until| Refusal::TooMany { seconds: until.wait_time_from(now).as_secs() + 1 })?;
        let counted = &[(format!("paper {address}"), PAPER)];
        house.write(&Actor::house(), |change| async move { sign_in_try::count(&change, counted).await }).await
    }

    /// One more time that somebody says something without signing in; counted at this instance only.
    ///
    /// # Errors
    /// As [`Throttle::attempt`].
    pub fn hear(&self, address: IpAddr) -> Result<()> {
        self.forget_idle();
        let now = DefaultClock::default().now();
        let wait = self.voices.check_key(&network(address));
        wait.map_err(|until| Refusal::TooMany { seconds: until.wait_time_from(now).as_secs() + 1 }.into())
    }

    fn attempt_here(&self, address: IpAddr, account: &str) -> Result<()> {
        self.forget_idle();
        let account: [u8; 32] = Sha256::digest(account).into();
        let now = DefaultClock::default().now();
        let wait = self.addresses.check_key(&address).and_then(|()| self.accounts.check_key(&account));
        wait.map_err(|until| Refusal::TooMany { seconds: until.wait_time_from(now).as_secs() + 1 }.into())
    }

    fn forget_idle(&self) {
        if self.addresses.len() + self.accounts.len() + self.papers.len() + self.voices.len() > MANY {
            self.addresses.retain_recent();
            self.accounts.retain_recent();
            self.papers.retain_recent();
            self.voices.retain_recent();
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
