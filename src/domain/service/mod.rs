//! The area service: promises to residents and how they are kept, what residents think, and compliments.

pub mod call_back;
pub mod chart;
pub mod compliment;
pub mod contact_volume;
pub mod decimal;
pub mod feedback;
pub mod import;
pub mod missed;
pub mod period;
pub mod permit;
pub mod promise;
pub mod pull;
pub mod reading;
