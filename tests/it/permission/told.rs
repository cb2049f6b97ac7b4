//! The page of permissions tells people what the matrix holds.

use entity::role::RoleKind;
use olievlek::{
    text::{Language, Words},
    web::{
        self,
        privacy::{
            post::{Post, Reach},
            topic::{self, TOPICS},
        },
        row::Row,
    },
};
use scraper::{ElementRef, Html, Selector};

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

/// What is there for some things of a kind only, whoever asks: who comes from outside, departments below the top and those that
/// still are one, letters with dates.
const OF_SOME: [&str; 6] = [
    "/externals/:id",
    "/departments/:id/cost-centre",
    "/departments/:id/merger",
    "/departments/:id/split",
    "/departments/:id/split/preview",
    "/letters/:id/calendar",
];

/// What the matrix lets a post do with a row: something at all, and everything there is.
struct Open {
    /// Of every thing that is there, whether it is; of a row that names nothing, that it is.
    each: Vec<bool>,
    /// They may ask, whatever they find.
    asks: bool,
    some: bool,
    all: bool,
}

fn open(world: &World, row: &Row, roles: &[Role]) -> Open {
    let asks = roles.iter().all(|role| gate::admits(gate::of(&row.method, row.path), *role));
    let opens = |(kind, rule): (Kind, Rule)| {
        let things = world.of(kind).into_iter().filter(|thing| thing.there && thing.public);
        things.flat_map(|thing| roles.iter().map(move |role| rule(*role, &thing))).collect::<Vec<_>>()
    };
    let each = rule::of(row.path).map_or_else(|| vec![true], opens);
    Open { asks, some: asks && each.contains(&true), all: asks && !each.contains(&false), each }
}

fn rows() -> Vec<Row> {
    web::sitemap().into_iter().filter(|row| !row.demo && !OF_SOME.contains(&row.path)).collect()
}

/// The furthest that may be told of a row that is open for everything.
fn most(row: &Row, roles: &[Role]) -> Reach {
    match FOR_ONESELF.contains(&row.path) {
        true => Reach::Own,
        false if FOR_THE_TEAM.contains(&row.path) && roles.contains(&Role::Head) => Reach::Team,
        false => Reach::Everything,
    }
}

#[tokio::test]
async fn the_rows_of_the_page_of_permissions_say_what_the_matrix_says() {
    let world = World::new().await;
    let mut wrong = Vec::new();
    for row in &rows() {
        for (roles, post) in POSTS {
            let Open { each, some, all, .. } = open(&world, row, roles);
            let (reach, named) = (post.reach(row.allow), rule::of(row.path).is_some());
            let says_less = (some && reach == Reach::Nothing) || (all && named && reach != most(row, roles));
            if says_less || (!all && reach == Reach::Everything) {
                wrong.push(format!("{} {}: {roles:?} get {reach:?}, not {each:?}", row.method, row.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// How far the page says that a post gets with a topic, looking and changing, in the words of the page.
fn printed(page: &Html, topic: &str, post: &str) -> Option<[String; 2]> {
    let find = |selector: &str| Selector::parse(selector).expect("a selector");
    let (cell, who) = (find("td"), find("th"));
    let lines = find(&format!("article[aria-labelledby='topic-{topic}'] tbody tr"));
    let said = |element: ElementRef<'_>| element.text().collect::<String>();
    let of_post = |line: &ElementRef<'_>| {
        line.select(&who).any(|posts| said(posts).split(", ").any(|one| one.trim() == post))
    };
    let line = page.select(&lines).find(of_post)?;
    let mut cells =
        line.select(&cell).map(|one| said(one).rsplit(": ").next().unwrap_or_default().to_owned());
    Some([cells.next()?, cells.next()?])
}

#[tokio::test]
async fn the_page_of_permissions_prints_what_the_matrix_says() {
    let world = World::new().await;
    let words = Words::embedded().expect("words");
    let say = |key: &str| words.say(Language::Dutch, key, &[]);
    let (nothing, everything) = (say("permissions-reach-nothing"), say("permissions-reach-everything"));
    let page = world.browser(Role::Administrator).await.get("/permissions").await;
    let (page, rows, mut wrong, mut count) = (Html::parse_document(&page.body), rows(), Vec::new(), 0);
    for topic in TOPICS {
        let about = |row: &&Row| topic::of(row.path).is_some_and(|of| of.code == topic.code);
        let about: Vec<_> = rows.iter().filter(about).collect();
        for (roles, post) in POSTS {
            let says = printed(&page, topic.code, &say(&post.key()));
            let says = says.unwrap_or_else(|| [nothing.clone(), nothing.clone()]);
            for (reads, says) in [true, false].into_iter().zip(says) {
                let of_kind = about.iter().filter(|row| row.method.is_safe() == reads);
                let opened: Vec<_> = of_kind.map(|row| (row, open(&world, row, roles))).collect();
                let (asks, some) =
                    (opened.iter().any(|(_, open)| open.asks), opened.iter().any(|(_, open)| open.some));
                let all = opened.iter().any(|(_, open)| open.all);
                let whole = |row: &Row| rule::of(row.path).is_some() && most(row, roles) == Reach::Everything;
                let must = opened.iter().any(|(row, open)| open.all && whole(row));
                let less = (some && says == nothing) || (must && says != everything);
                if less || (!asks && says != nothing) || (says == everything && !all) {
                    wrong.push(format!("{} for {roles:?}, reading {reads}: says “{says}”", topic.code));
                }
                count += 1;
            }
        }
    }
    println!("{count} lines of the page");
    assert!(wrong.is_empty(), "{} wrong of {count}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count >= 1_300, "{count}");
}
