//! Whose request it is: `X-Forwarded-For` is believed only when a proxy of ours wrote it.

use std::net::{IpAddr, Ipv6Addr};

use poem::{Addr, Request};

use crate::config::Network;

/// The address of the browser: the last one in `X-Forwarded-For` that is no proxy of ours.
pub fn client(request: &Request, trusted: &[Network]) -> IpAddr {
    let mut address = match request.remote_addr().0 {
        Addr::SocketAddr(peer) => peer.ip().to_canonical(),
        _ => IpAddr::V6(Ipv6Addr::UNSPECIFIED),
    };
    let lines: Vec<&str> =
        request.headers().get_all("x-forwarded-for").iter().filter_map(|line| line.to_str().ok()).collect();
    let mut hops = lines.iter().flat_map(|line| line.split(',')).collect::<Vec<_>>().into_iter().rev();
    while trusted.iter().any(|network| network.contains(address)) {
        let Some(Ok(hop)) = hops.next().map(|hop| hop.trim().parse::<IpAddr>()) else {
            break;
        };
        address = hop.to_canonical();
    }
    address
}
