//! A row of the sitemap: method, address, who may ask, who answers. There is no row without a permission.

use std::sync::Arc;

use poem::{
    Endpoint, EndpointExt as _, IntoEndpoint, Request, Response, endpoint::BoxEndpoint, http::Method,
};

use super::{context::Context, limit, log::Trail};
use crate::domain::{actor::Actor, error::Error};

/// Who may ask for a page. What exactly somebody sees there, the handler decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Allow {
    /// Also who is not signed in.
    Anyone,
    SignedIn,
    /// Their own places, calendar and account, each to themselves.
    Own,
    /// Their own too, but nothing for who comes from outside: they keep the date to which they were invited.
    OwnStaff,
    /// Whoever gives a date sees its people, with or without a role; planners see those of all dates.
    Giver,
    /// Not for who comes from outside: they find only their own dates.
    Staff,
    /// Plans sessions and writes the catalogue.
    Planner,
    /// Sees who works here, or in the departments they head.
    PeopleViewer,
    /// Whoever finds people finds the tree in which they work, whole.
    TreeViewer,
    /// Gives and takes roles.
    Granter,
    /// Reads the log, reports what is held of others, erases people.
    Auditor,
    /// Loads files.
    Importer,
    /// Sees which letters left.
    LetterViewer,
    /// Sees letters, and in a demonstration everybody does.
    LetterViewerOrDemo,
    /// Heads a department.
    Head,
    /// Decides about requests: heads and planners, and whoever stands in for a head. Others find nothing.
    Decider,
    /// Holds seats for a department: heads for their own, planners for all.
    Holder,
    /// Prints codes to sign in with: heads for their people, administrators for all.
    CodePrinter,
    /// Gives workshops, or plans them.
    Trainer,
    /// Answers for who may see what.
    Overseer,
    /// Plans and holds conversations.
    Facilitator,
    /// Holds conversations, and reads of those of others what they were asked to.
    Coder,
    /// Runs the round of conversations.
    Hearer,
    /// Keeps the themes of conversations.
    Keeper,
    /// Answers ideas: heads those of their teams.
    Answerer,
    /// Does an improvement, or answers it.
    Doer,
    /// Sees how far the round of conversations is: who holds them everywhere, heads for their own teams.
    RoundViewer,
    /// Enters readings, grades and compliments.
    Measurer,
    /// Sees what was published of every department.
    AdoptionViewer,
    /// The same, and heads of their own departments.
    ReportViewer,
    /// Begins and closes periods, and asks the pulse.
    Publisher,
    /// Enters what colleagues answer to the pulse.
    AnswerTaker,
}

impl Allow {
    /// Whether somebody who is signed in may ask.
    pub fn permits(self, actor: &Actor, demo: bool) -> bool {
        match self {
            Self::Anyone | Self::SignedIn | Self::Own | Self::Giver => true,
            Self::Holder => actor.is_head() || actor.may_enrol_anyone(),
            Self::Staff | Self::OwnStaff | Self::Decider | Self::Doer => !actor.is_outsider(),
            Self::Planner => actor.may_plan(),
            Self::PeopleViewer | Self::TreeViewer => actor.may_see_people() || actor.is_head(),
            Self::Granter => actor.may_grant(),
            Self::Auditor => actor.may_audit(),
            Self::Importer => actor.may_import(),
            Self::LetterViewer => actor.may_see_letters(),
            Self::LetterViewerOrDemo => demo || actor.may_see_letters(),
            Self::Head => actor.is_head(),
            Self::CodePrinter => actor.is_head() || actor.may_grant(),
            Self::Trainer => actor.may_plan() || actor.is(entity::role::RoleKind::Trainer),
            Self::Overseer => actor.may_oversee(),
            Self::Facilitator | Self::Coder | Self::Keeper => actor.may_facilitate(),
            Self::Answerer => actor.is_head() || actor.may_hear_all(),
            Self::Hearer => actor.may_hear_all(),
            Self::RoundViewer => actor.may_facilitate() || actor.is_head(),
            Self::Measurer => actor.may_measure(),
            Self::AdoptionViewer => actor.may_see_adoption(),
            Self::ReportViewer => actor.may_see_adoption() || actor.is_head(),
            Self::Publisher => actor.may_publish(),
            Self::AnswerTaker => actor.may_take_answers(),
        }
    }

    /// Whether a visitor, signed in or not, may ask.
    pub fn admits(self, viewer: Option<&Actor>, demo: bool) -> bool {
        match viewer {
            Some(actor) => self.permits(actor, demo),
            None => self == Self::Anyone || (demo && self == Self::LetterViewerOrDemo),
        }
    }
}

/// One page or action.
pub struct Row {
    pub method: Method,
    pub path: &'static str,
    pub allow: Allow,
    /// The page or its address holds a secret: it is not compressed, kept or named.
    pub secret: bool,
    /// Nothing is noted of who asks, signed in or not.
    pub unnamed: bool,
    /// Exists only in a demonstration.
    pub demo: bool,
    /// Bytes that a body may have.
    pub most: usize,
    pub(super) endpoint: BoxEndpoint<'static, Response>,
}

/// A row of the sitemap.
pub fn page<E>(method: Method, path: &'static str, allow: Allow, handler: E) -> Row
where
    E: IntoEndpoint,
    E::Endpoint: 'static,
{
    let endpoint = handler.into_endpoint().map_to_response().boxed();
    Row { method, path, allow, secret: false, unnamed: false, demo: false, most: limit::FORM, endpoint }
}

impl Row {
    /// The page or its address holds a secret.
    pub fn with_secret(mut self) -> Self {
        self.secret = true;
        self
    }

    /// Nothing is noted of who asks: no person, no address.
    pub fn for_nobody(mut self) -> Self {
        self.unnamed = true;
        self
    }

    /// Only in a demonstration.
    pub fn only_in_demo(mut self) -> Self {
        self.demo = true;
        self
    }

    /// A file is sent here.
    pub fn with_upload(mut self) -> Self {
        self.most = limit::UPLOAD;
        self
    }
}

/// Marks an answer that must not be compressed or kept.
#[derive(Clone, Copy)]
pub struct Secret;

/// A row that asks for its permission before anything of the request is read.
pub(super) struct Guarded(pub Arc<Row>);

impl Endpoint for Guarded {
    type Output = Response;

    async fn call(&self, mut request: Request) -> poem::Result<Response> {
        let row = &self.0;
        if let Some(trail) = request.data::<Trail>() {
            trail.route(row.path);
            if row.unnamed {
                trail.forget();
            }
        }
        // PostgreSQL takes no text with a NUL in it.
        if request.uri().path().contains("%00") {
            return Err(Error::Missing("page").into());
        }
        let cx = Context::of(&request)?;
        if !row.allow.admits(cx.viewer().map(|viewer| &viewer.actor), cx.demo()) {
            return if cx.viewer().is_none() {
                Ok(cx.to_sign_in(&row.method))
            } else {
                Err(Error::Forbidden.into())
            };
        }
        if !row.method.is_safe() {
            limit::take_in(&mut request, row.most).await?;
        }
        let mut response = row.endpoint.call(request).await?;
        if row.secret {
            response.set_data(Secret);
        }
        Ok(response)
    }
}
