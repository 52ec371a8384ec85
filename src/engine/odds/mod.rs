//! P(interview) and P(match given an interview), with latent strength.

pub mod quadrature;
