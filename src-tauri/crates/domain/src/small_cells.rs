//! Figures that are too small to be published (少数の秘匿): few people behind a
//! figure can be told apart by those who know them.

/// A figure below this many people is not published.
pub const LEAST: u32 = 5;

/// Which of a table's figures, which add up to a known total, are hidden: those
/// from 1 below `least`, and as many of the next larger ones as it takes so that none can
/// be worked out from the total. A nought is nobody's and is shown. What cannot be
/// kept by hiding some is kept by hiding all.
pub fn hidden(cells: &[u32], least: u32) -> Vec<bool> {
    let mut hidden: Vec<bool> = cells.iter().map(|n| (1..least).contains(n)).collect();
    while can_be_worked_out(cells, &hidden) {
        let next = (0..cells.len()).filter(|at| !hidden[*at] && cells[*at] > 0).min_by_key(|at| cells[*at]);
        match next {
            Some(at) => hidden[at] = true,
            None => return vec![true; cells.len()],
        }
    }
    hidden
}

/// Whether the hidden figures follow from the total: there is one alone, or each can only be 1.
fn can_be_worked_out(cells: &[u32], hidden: &[bool]) -> bool {
    let secret = || cells.iter().zip(hidden).filter(|(_, hidden)| **hidden).map(|(n, _)| *n);
    let (count, sum) = (secret().count(), secret().sum::<u32>());
    count > 0 && (count == 1 || usize::try_from(sum) == Ok(count))
}

/// Whether a table has to be left out: nothing in it is shown, or its total is small itself.
pub fn shows_nothing(cells: &[u32], hidden: &[bool], least: u32) -> bool {
    let total: u32 = cells.iter().sum();
    (1..least).contains(&total) || cells.iter().zip(hidden).all(|(n, hidden)| *hidden || *n == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_hidden_cannot_be_worked_out() {
        for (cells, wanted) in [
            (&[7, 6, 5][..], &[false, false, false][..]),
            (&[7, 6, 3], &[false, true, true]),
            (&[9, 2, 3, 8], &[false, true, true, false]),
            (&[9, 1, 1, 8], &[false, true, true, true]),
            (&[9, 0, 4], &[true, false, true]),
            (&[12, 0], &[false, false]),
            (&[3], &[true]),
            (&[1, 1], &[true, true]),
            (&[], &[]),
        ] {
            assert_eq!(hidden(cells, LEAST), wanted, "{cells:?}");
        }
    }

    #[test]
    fn a_table_of_small_figures_alone_is_left_out() {
        let left_out = |cells: &[u32]| shows_nothing(cells, &hidden(cells, LEAST), LEAST);
        assert!(left_out(&[3]) && left_out(&[1, 1]) && left_out(&[2, 1, 0]) && left_out(&[4, 3, 2]));
        assert!(!left_out(&[7, 6, 3]) && !left_out(&[12, 0]));
    }

    /// Every small figure leaves more than one answer, in every table of three.
    #[test]
    fn no_figure_is_given_away() {
        for total in 0..24u32 {
            for a in 0..=total {
                for b in 0..=total - a {
                    let cells = [a, b, total - a - b];
                    let hidden = hidden(&cells, LEAST);
                    if shows_nothing(&cells, &hidden, LEAST) {
                        continue;
                    }
                    for at in (0..3).filter(|at| (1..LEAST).contains(&cells[*at])) {
                        assert!(hidden[at], "{cells:?}");
                        assert!(answers(&cells, &hidden, at) > 1, "{cells:?} {hidden:?}");
                    }
                }
            }
        }
    }

    /// How many values a hidden figure may have for who knows the rest.
    fn answers(cells: &[u32], hidden: &[bool], at: usize) -> usize {
        let secret: Vec<usize> = (0..cells.len()).filter(|n| hidden[*n]).collect();
        let sum: u32 = secret.iter().map(|n| cells[*n]).sum();
        let others = secret.len() as u32 - 1;
        let possible = |value: u32| value + others <= sum && (others > 0 || value == sum);
        assert!(secret.contains(&at));
        (1..=sum).filter(|value| possible(*value)).count()
    }
}
