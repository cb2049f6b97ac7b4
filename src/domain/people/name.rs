//! Dutch names: a tussenvoegsel ("van der") belongs to the name but not to its place in the alphabet.

/// A name in its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    pub given_name: String,
    /// Empty when there is none.
    pub prefix: String,
    pub surname: String,
}

impl Name {
    /// As it is said: "Joke van der Meer".
    #[must_use]
    pub fn whole(&self) -> String {
        said([&self.given_name, &self.prefix, &self.surname])
    }
}

/// The parts of a name that are there, as they are said one after the other.
#[must_use]
pub fn said(parts: [&str; 3]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The words that tussenvoegsels are made of, after table 36 of the Landelijke Tabellen (RvIG).
const PARTICLES: [&str; 60] = [
    "'s", "'t", "aan", "af", "al", "am", "auf", "aus", "aus'm", "ben", "bij", "bin", "boven", "d'", "da",
    "dal", "dal'", "de", "deca", "degli", "dei", "del", "dem", "den", "der", "des", "di", "die", "do", "don",
    "dos", "du", "el", "gen", "het", "im", "in", "l'", "la", "las", "le", "les", "lo", "los", "onder", "op",
    "over", "te", "ten", "ter", "thoe", "to", "toe", "tot", "uijt", "uit", "van", "von", "voor", "zu",
];

/// Splits a surname as people write it: "van der Meer" into "van der" and "Meer". Only words in lower case count, so that
/// "De Smedt" stays one surname; the last word always is the surname.
#[must_use]
pub fn split_surname(text: &str) -> (String, String) {
    let words: Vec<&str> = text.split_whitespace().collect();
    let particle = |word: &&&str| PARTICLES.contains(&word.replace('’', "'").as_str());
    let before_last = words.len().saturating_sub(1);
    let count = words.iter().take(before_last).take_while(particle).count();
    let (prefix, surname) = words.split_at(count);
    (prefix.join(" "), surname.join(" "))
}

/// Splits a whole name: "Joke van der Meer", or "Meer, Joke van der" as address books have it.
#[must_use]
pub fn split(text: &str) -> Name {
    if let Some((surname, rest)) = text.split_once(',') {
        let words: Vec<&str> = rest.split_whitespace().collect();
        let particles = words.iter().rev().take_while(|word| PARTICLES.contains(*word)).count();
        let (given, prefix) = words.split_at(words.len() - particles);
        let (own, surname) = split_surname(surname);
        let prefix = if own.is_empty() { prefix.join(" ") } else { own };
        return Name { given_name: given.join(" "), prefix, surname };
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    // "Anna Maria de Boer": what comes before the first tussenvoegsel is given; without one, only the first word is.
    let first_particle = words.iter().skip(1).position(|word| PARTICLES.contains(word)).map(|at| at + 1);
    let given = first_particle.unwrap_or(1).min(words.len().saturating_sub(1));
    let (given, rest) = words.split_at(given);
    let (prefix, surname) = split_surname(&rest.join(" "));
    Name { given_name: given.join(" "), prefix, surname }
}
