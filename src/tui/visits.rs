//! The skills one came by, to go back and forth among.

use crate::domain::SkillIx;

/// The most visits that are remembered.
const MOST: usize = 100;

/// The skills one came by, and the ones that a search found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visits {
    behind: Vec<SkillIx>,
    ahead: Vec<SkillIx>,
    found: Vec<SkillIx>,
}

impl Visits {
    /// Takes note of where one leaves from, before going somewhere new.
    pub fn leave(&mut self, from: Option<SkillIx>) {
        if let Some(from) = from.filter(|from| self.behind.last() != Some(from)) {
            self.behind.push(from);
            if self.behind.len() > MOST {
                self.behind.remove(0);
            }
        }
        self.ahead.clear();
    }

    /// The skill before this one.
    pub fn back(&mut self, here: Option<SkillIx>) -> Option<SkillIx> {
        let to = self.behind.pop()?;
        self.ahead.extend(here);
        Some(to)
    }

    /// The skill after this one, if one went back.
    pub fn forward(&mut self, here: Option<SkillIx>) -> Option<SkillIx> {
        let to = self.ahead.pop()?;
        self.behind.extend(here);
        Some(to)
    }

    /// Remembers what a search found.
    pub fn remember(&mut self, found: Vec<SkillIx>) {
        self.found = found;
    }

    /// The skill that was found after (or before) this one, going round.
    pub fn found_after(&self, here: Option<SkillIx>, forward: bool) -> Option<SkillIx> {
        let count = self.found.len();
        let at = self.found.iter().position(|&skill| Some(skill) == here);
        let next = match (at, forward) {
            (None, _) => 0,
            (Some(at), true) => (at + 1) % count,
            (Some(at), false) => (at + count - 1) % count,
        };
        self.found.get(next).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn back_and_forward_undo_each_other_and_a_new_way_forgets_the_old() {
        let [a, b, c] = [SkillIx(0), SkillIx(1), SkillIx(2)];
        let mut visits = Visits::default();
        visits.leave(Some(a));
        visits.leave(Some(b));
        assert_eq!(visits.back(Some(c)), Some(b));
        assert_eq!(visits.forward(Some(b)), Some(c));
        assert_eq!(visits.back(Some(c)), Some(b));
        visits.leave(Some(b));
        assert_eq!(visits.forward(Some(a)), None);
    }

    #[test]
    fn what_was_found_goes_round() {
        let mut visits = Visits::default();
        assert_eq!(visits.found_after(None, true), None);
        visits.remember(vec![SkillIx(4), SkillIx(2)]);
        assert_eq!(visits.found_after(Some(SkillIx(2)), true), Some(SkillIx(4)));
        assert_eq!(visits.found_after(Some(SkillIx(4)), false), Some(SkillIx(2)));
        assert_eq!(visits.found_after(Some(SkillIx(9)), true), Some(SkillIx(4)));
    }
}
