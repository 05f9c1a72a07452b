//! Shares a width among neighbours so that their texts end at one height.

/// Widths and the height of the tallest: from `widths` on, the tallest takes
/// from the lowest as long as that makes the whole lower. `step` is the first
/// amount, `finest` the last.
pub(crate) fn share(
    mut widths: Vec<f64>,
    least: &[f64],
    (mut step, finest): (f64, f64),
    height: impl Fn(usize, f64) -> f64,
) -> (Vec<f64>, f64) {
    let measured =
        |widths: &[f64]| -> Vec<f64> { widths.iter().enumerate().map(|(at, &width)| height(at, width)).collect() };
    let mut now = measured(&widths);
    while widths.len() > 1 && step > finest {
        let next = shift(&widths, least, &now, step).map(|next| (measured(&next), next));
        match next.filter(|(then, _)| tallest(then) < tallest(&now) - 1e-9) {
            Some((then, next)) => (widths, now) = (next, then),
            None => step /= 2.0,
        }
    }
    let height = tallest(&now);
    (widths, height)
}

fn tallest(heights: &[f64]) -> f64 {
    heights.iter().copied().fold(0.0, f64::max)
}

/// Takes width from the lowest cell that can give and gives it to the tallest.
fn shift(widths: &[f64], least: &[f64], heights: &[f64], step: f64) -> Option<Vec<f64>> {
    let order = |a: &(usize, &f64), b: &(usize, &f64)| a.1.total_cmp(b.1);
    let tall = heights.iter().enumerate().max_by(order)?.0;
    let spare = |at: usize| widths.get(at).copied().unwrap_or(0.0) - least.get(at).copied().unwrap_or(0.0);
    let low = heights.iter().enumerate().filter(|(at, _)| *at != tall && spare(*at) > step).min_by(order)?.0;
    let mut next = widths.to_vec();
    *next.get_mut(tall)? += step;
    *next.get_mut(low)? -= step;
    Some(next)
}
