//! What residents think of the service, and their thanks.

pub mod compliment;
pub mod feedback;
