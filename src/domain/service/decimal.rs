//! Numbers as people and spreadsheets write them: with a comma or a point, a share also in hundredths with a percent sign.

/// The number; nothing for what is none.
#[must_use]
pub fn read(text: &str) -> Option<f64> {
    let text = text.trim();
    let (digits, part) = text.strip_suffix('%').map_or((text, 1.0), |digits| (digits.trim(), 100.0));
    let plain = digits.replace(',', ".");
    let known = |sign: char| sign.is_ascii_digit() || matches!(sign, '.' | '-');
    let number: f64 = plain.chars().all(known).then(|| plain.parse().ok()).flatten()?;
    number.is_finite().then_some(number / part)
}

/// To at most so many places behind the comma, so that 0.1 + 0.2 is what a reader expects.
#[must_use]
pub fn round(value: f64, places: i32) -> f64 {
    let by = 10_f64.powi(places);
    (value * by).round() / by
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_comma_a_point_and_a_percent_sign_are_read() {
        let all = ["0,9", "0.9", "90%", "90 %", " 8,0 ", "35"].map(read);
        assert_eq!(all, [Some(0.9), Some(0.9), Some(0.9), Some(0.9), Some(8.0), Some(35.0)]);
        assert!(["", "acht", "1.000,5", "inf", "1e3", "--1"].map(read).iter().all(Option::is_none));
    }
}
