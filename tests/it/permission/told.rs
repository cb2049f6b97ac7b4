//! The page of permissions tells people what the matrix holds.

use entity::role::RoleKind;
use olievlek::web::{
    self,
    privacy::post::{Post, Reach},
};

use super::{
    cast::Role,
    gate,
    rule::{self, Kind, Rule},
    world::World,
};

/// The posts of the page of permissions, played by somebody of the cast.
const POSTS: [(&[Role], Post); 9] = [
    (&[Role::Visitor], Post::Visitor),
    (&[Role::Guest], Post::Guest),
    (&[Role::Employee], Post::Employee),
    (&[Role::Facilitator], Post::Holder(RoleKind::Facilitator)),
    (&[Role::Editor], Post::Holder(RoleKind::Editor)),
    (&[Role::QualityOfficer], Post::Holder(RoleKind::QualityOfficer)),
    (&[Role::Head, Role::OtherHead], Post::Holder(RoleKind::DepartmentHead)),
    (&[Role::Manager], Post::Holder(RoleKind::ProgrammeManager)),
    (&[Role::Administrator], Post::Holder(RoleKind::Administrator)),
];

/// What everybody does, and only for themselves: open for all of it, and told as one's own.
/// Summaries too: that the programme manager reads them all, the conversations themselves say.
const FOR_ONESELF: [&str; 4] =
    ["/workshops/:id/interest", "/sessions/:id/enrolments", "/check-in/:code", "/conversations/:id/summary"];

/// What heads do for their own people in any date: open for all dates, and told as for the team.
const FOR_THE_TEAM: [&str; 1] = ["/sessions/:id/held-seats"];

/// What is there for some things of a kind only, whoever asks: who comes from outside, and departments below the top.
const OF_SOME: [&str; 4] =
    ["/externals/:id", "/departments/:id/merger", "/departments/:id/split", "/departments/:id/split/preview"];

#[tokio::test]
async fn the_page_of_permissions_says_what_the_matrix_says() {
    let world = World::new().await;
    let mut wrong = Vec::new();
    for row in web::sitemap().iter().filter(|row| !row.demo && !OF_SOME.contains(&row.path)) {
        let named = rule::of(row.path);
        for (roles, post) in POSTS {
            let asks = roles.iter().all(|role| gate::admits(gate::of(&row.method, row.path), *role));
            let opens = |(kind, rule): (Kind, Rule)| {
                let things = world.of(kind).into_iter().filter(|thing| thing.there && thing.public);
                things.flat_map(|thing| roles.iter().map(move |role| rule(*role, &thing))).collect::<Vec<_>>()
            };
            let opens = named.map_or_else(|| vec![true], opens);
            let (some, all) = (asks && opens.contains(&true), asks && !opens.contains(&false));
            let reach = post.reach(row.allow);
            let of_team = FOR_THE_TEAM.contains(&row.path) && roles.contains(&Role::Head);
            let most = match FOR_ONESELF.contains(&row.path) {
                true => Reach::Own,
                false if of_team => Reach::Team,
                false => Reach::Everything,
            };
            let says_less = (some && reach == Reach::Nothing) || (all && named.is_some() && reach != most);
            if says_less || (!all && reach == Reach::Everything) {
                wrong.push(format!("{} {}: {roles:?} get {reach:?}, not {opens:?}", row.method, row.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
