//! The area service: what residents may expect, what they think of it, and their thanks.

pub mod compliment;
pub mod contact_volume;
pub mod feedback;
