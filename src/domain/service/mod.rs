//! The area service: promises to residents and how they are kept, what residents think, and compliments.
