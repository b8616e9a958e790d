//! Names for mistyped ones.

/// How many comparisons of names one run makes before it offers no more: where thousands of names are unknown, something
/// else is wrong than a slip of the finger.
const MAX_COMPARED: usize = 200_000;

/// Offers names for mistyped ones, without comparing for ever.
#[derive(Debug, Default)]
pub struct Suggestions {
    compared: usize,
}

impl Suggestions {
    /// Offers nothing.
    #[must_use]
    pub fn none() -> Self {
        Self { compared: MAX_COMPARED }
    }

    /// As [`did_you_mean`], as long as not too much was compared before.
    pub fn near<'a>(
        &mut self,
        wrong: &str,
        candidates: impl IntoIterator<Item = &'a str>,
    ) -> Option<&'a str> {
        if self.compared >= MAX_COMPARED {
            return None;
        }
        // All candidates or none: what is offered does not depend on their order.
        did_you_mean(wrong, candidates.into_iter().inspect(|_| self.compared += 1))
    }
}

/// The candidate nearest to a mistyped name, when it is near enough to be meant.
#[must_use]
pub fn did_you_mean<'a>(wrong: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Of one or two letters, any other two are as near; what is very long was not typed.
    let limit = match wrong.chars().count() {
        0..3 | 200.. => return None,
        length => length / 3,
    };
    candidates
        .into_iter()
        // A character has at most four bytes: what is much longer or shorter is not near.
        .filter(|candidate| {
            candidate.len() <= wrong.len() + 4 * limit && wrong.len() <= candidate.len() + 4 * limit
        })
        .map(|candidate| (strsim::osa_distance(wrong, candidate), candidate))
        .filter(|(distance, _)| (1..=limit).contains(distance))
        .min()
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_near_name_is_offered_and_a_far_one_is_not() {
        assert_eq!(did_you_mean("clowd", ["open-internet", "cloud"]), Some("cloud"));
        assert_eq!(did_you_mean("jpn", ["us", "jp"]), Some("jp"));
        assert_eq!(did_you_mean("b", ["a"]), None);
        assert_eq!(did_you_mean("quantum", ["open-internet", "cloud"]), None);
    }
}
