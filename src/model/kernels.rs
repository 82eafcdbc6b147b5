//! The inner loops. Dot products are of whole numbers, so that their order cannot matter and every host gets the same sum.

/// The most int8 weights times int16 values whose sum fits 32 bits.
pub(crate) const MOST_COLUMNS: usize = 512;
/// Rows and columns of a matrix are multiples of this.
pub(crate) const LANES: usize = 8;
/// How many rows are multiplied at once, so that `x` is loaded once for all of them.
pub(crate) const ROWS: usize = 4;

/// The products Σ w·x of four rows `w`, behind one another, with `x`: each of a multiple of [`LANES`] and at most
/// [`MOST_COLUMNS`] numbers, those of `w` being int8 weights.
pub(crate) fn dot4(w: &[i16], x: &[i16]) -> [i32; ROWS] {
    let columns = x.len();
    let rows = [0, 1, 2, 3].map(|r| w[r * columns..][..columns].as_chunks::<LANES>().0);
    let mut sums = [lanes::zero(); ROWS];
    for (k, x) in x.as_chunks::<LANES>().0.iter().enumerate() {
        let x = lanes::load(x);
        for (sum, row) in sums.iter_mut().zip(rows) {
            *sum = lanes::multiply_add(*sum, lanes::load(&row[k]), x);
        }
    }
    sums.map(lanes::total)
}

/// Eight int16 at a time: four running sums of the products of neighbours.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod lanes {
    use core::arch::wasm32::*;

    pub(super) fn zero() -> v128 {
        i32x4_splat(0)
    }

    pub(super) fn load(x: &[i16; 8]) -> v128 {
        // SAFETY: eight int16 stand there, and the load asks for no alignment.
        unsafe { v128_load(x.as_ptr().cast()) }
    }

    pub(super) fn multiply_add(sum: v128, a: v128, b: v128) -> v128 {
        i32x4_add(sum, i32x4_dot_i16x8(a, b))
    }

    pub(super) fn total(v: v128) -> i32 {
        let v = i32x4_add(v, i32x4_shuffle::<2, 3, 0, 1>(v, v));
        i32x4_extract_lane::<0>(v) + i32x4_extract_lane::<1>(v)
    }
}

/// The same with SSE2, which every x86-64 has.
#[cfg(target_arch = "x86_64")]
mod lanes {
    use core::arch::x86_64::*;

    pub(super) fn zero() -> __m128i {
        // SAFETY: x86-64 has SSE2; so below.
        unsafe { _mm_setzero_si128() }
    }

    pub(super) fn load(x: &[i16; 8]) -> __m128i {
        // SAFETY: eight int16 stand there, and the load asks for no alignment.
        unsafe { _mm_loadu_si128(x.as_ptr().cast()) }
    }

    pub(super) fn multiply_add(sum: __m128i, a: __m128i, b: __m128i) -> __m128i {
        unsafe { _mm_add_epi32(sum, _mm_madd_epi16(a, b)) }
    }

    pub(super) fn total(v: __m128i) -> i32 {
        unsafe {
            let v = _mm_add_epi32(v, _mm_shuffle_epi32::<0b01_00_11_10>(v));
            _mm_cvtsi128_si32(_mm_add_epi32(v, _mm_shuffle_epi32::<0b10_11_00_01>(v)))
        }
    }
}

/// The same in plain arithmetic, for all other machines.
#[cfg(not(any(target_arch = "x86_64", all(target_arch = "wasm32", target_feature = "simd128"))))]
mod lanes {
    pub(super) fn zero() -> i32 {
        0
    }

    pub(super) fn load(x: &[i16; 8]) -> [i16; 8] {
        *x
    }

    pub(super) fn multiply_add(sum: i32, a: [i16; 8], b: [i16; 8]) -> i32 {
        sum + a.iter().zip(b).map(|(&a, b)| i32::from(a) * i32::from(b)).sum::<i32>()
    }

    pub(super) fn total(sum: i32) -> i32 {
        sum
    }
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
        let (weights, values) = (vec![-128; ROWS * MOST_COLUMNS], vec![i16::MAX; MOST_COLUMNS]);
        assert_eq!(dot4(&weights, &values), [-128 * 32767 * MOST_COLUMNS as i32; ROWS]);
    }

    #[test]
    fn dot_and_quantise_agree_with_plain_arithmetic() {
        let x: Vec<i16> = (0..72).map(|i| ((i * 7919) % 65535 - 32767) as i16).collect();
        let w: Vec<i16> = (0..ROWS as i16 * 72).map(|i| (i * 37 % 255) - 127).collect();
        let plain = |w: &[i16]| w.iter().zip(&x).map(|(&a, &b)| a as i32 * b as i32).sum::<i32>();
        assert_eq!(dot4(&w, &x).to_vec(), w.chunks(72).map(plain).collect::<Vec<_>>());

        let x = [0.5, -1.0, 0.25, 1e-9, 0.0];
        let mut q = [0; 5];
        let scale = quantise(&x, &mut q);
        assert_eq!(q[1], -32767);
        assert!(x.iter().zip(q).all(|(x, q)| (x - q as f32 * scale).abs() <= scale));
        assert_eq!(quantise(&[0.0; 3], &mut [1; 3]), 0.0);
        assert_eq!(inner(&[3.0, 4.0], &[3.0, 4.0]), 25.0);
    }
}
