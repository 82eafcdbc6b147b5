//! The inner loops. Dot products are of whole numbers, so that their order cannot matter and every host gets the same sum.

/// The most int8 weights times int16 values whose sum fits 32 bits.
pub(crate) const MOST_COLUMNS: usize = 512;

/// Σ a·b, of slices of equal length: at most [`MOST_COLUMNS`], and one of them of int8 weights.
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
pub(crate) fn dot(a: &[i16], b: &[i16]) -> i32 {
    scalar_dot(a, b)
}

#[cfg_attr(all(target_arch = "wasm32", target_feature = "simd128"), allow(dead_code))]
fn scalar_dot(a: &[i16], b: &[i16]) -> i32 {
    a.iter().zip(b).map(|(&a, &b)| a as i32 * b as i32).sum()
}

/// The same with simd128: eight products an instruction.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
pub(crate) fn dot(a: &[i16], b: &[i16]) -> i32 {
    use core::arch::wasm32::*;
    let (a8, a_rest) = a.as_chunks::<8>();
    let (b8, b_rest) = b.as_chunks::<8>();
    let mut sum = i32x4_splat(0);
    for (a, b) in a8.iter().zip(b8) {
        // SAFETY: both point at eight i16, and v128_load asks for no alignment.
        let (a, b) = unsafe { (v128_load(a.as_ptr().cast()), v128_load(b.as_ptr().cast())) };
        sum = i32x4_add(sum, i32x4_dot_i16x8(a, b));
    }
    let lanes = i32x4_extract_lane::<0>(sum)
        + i32x4_extract_lane::<1>(sum)
        + i32x4_extract_lane::<2>(sum)
        + i32x4_extract_lane::<3>(sum);
    lanes + scalar_dot(a_rest, b_rest)
}

/// Rounds `x` to int16 times the returned scale.
pub(crate) fn quantise(x: &[f32], out: &mut [i16]) -> f32 {
    let most = x.iter().fold(0.0f32, |m, v| m.max(v.abs()));
    if most == 0.0 {
        out.fill(0);
        return 0.0;
    }
    let scale = 32767.0 / most;
    for (o, v) in out.iter_mut().zip(x) {
        // Half away from zero, by truncation: `round` is a call on some hosts.
        *o = (v * scale + 0.5f32.copysign(*v)) as i16;
    }
    most / 32767.0
}

/// Σ a·b of numbers, always in the same order, whatever the host: eight running sums, then those.
pub(crate) fn inner(a: &[f32], b: &[f32]) -> f32 {
    let mut lanes = [0.0f32; 8];
    for (a, b) in a.chunks(8).zip(b.chunks(8)) {
        for ((l, a), b) in lanes.iter_mut().zip(a).zip(b) {
            *l += a * b;
        }
    }
    lanes.iter().sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_dot_fits() {
        let (weights, values) = (vec![-128; MOST_COLUMNS], vec![i16::MAX; MOST_COLUMNS]);
        assert_eq!(dot(&weights, &values) as i64, -128 * 32767 * MOST_COLUMNS as i64);
    }

    #[test]
    fn dot_and_quantise_agree_with_plain_arithmetic() {
        let a: Vec<i16> = (0..67).map(|i| (i * 37 % 255) - 127).collect();
        let b: Vec<i16> = (0..67).map(|i| ((i * 7919) % 65535 - 32767) as i16).collect();
        let plain: i64 = a.iter().zip(&b).map(|(&a, &b)| a as i64 * b as i64).sum();
        assert_eq!(dot(&a, &b) as i64, plain);

        let x = [0.5, -1.0, 0.25, 1e-9, 0.0];
        let mut q = [0; 5];
        let scale = quantise(&x, &mut q);
        assert_eq!(q[1], -32767);
        assert!(x.iter().zip(q).all(|(x, q)| (x - q as f32 * scale).abs() <= scale));
        assert_eq!(quantise(&[0.0; 3], &mut [1; 3]), 0.0);
        assert_eq!(inner(&[3.0, 4.0], &[3.0, 4.0]), 25.0);
    }
}
