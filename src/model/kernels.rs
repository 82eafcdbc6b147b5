//! The inner loops. Dot products are of whole numbers, so that their order cannot matter and every host gets the same sum.

/// The most int8 weights times int16 values whose sum fits 32 bits.
pub(crate) const MOST_COLUMNS: usize = 512;
/// Rows and columns of a matrix are multiples of this: as many rows are multiplied at once.
pub(crate) const LANES: usize = 8;
/// How many vectors are multiplied at once, so that the weights are loaded once for all of them.
pub(crate) const VECTORS: usize = 4;

/// A matrix, row behind row, in the order in which [`products`] reads it: for every eight rows, for every two columns, those
/// two numbers of each of the eight.
pub(crate) fn panels(matrix: &[i8], columns: usize) -> Vec<i16> {
    let mut out = Vec::with_capacity(matrix.len());
    for rows in matrix.chunks_exact(LANES * columns) {
        for k in (0..columns).step_by(2) {
            out.extend(rows.chunks_exact(columns).flat_map(|row| [row[k], row[k + 1]]).map(i16::from));
        }
    }
    out
}

/// The products Σ w·x of the eight rows of a panel with each of `N` vectors, which lie behind one another in `x`.
pub(crate) fn products<const N: usize>(panel: &[i16], x: &[i16]) -> [[i32; LANES]; N] {
    let columns = x.len() / N;
    let x: [&[[i16; 2]]; N] = std::array::from_fn(|n| x[n * columns..][..columns].as_chunks().0);
    let panel = &panel.as_chunks().0[..columns / 2];
    #[cfg(target_arch = "x86_64")]
    if std::arch::is_x86_feature_detected!("avx2") {
        // SAFETY: this processor has it.
        return unsafe { wide::products(panel, x) };
    }
    narrow(panel, x)
}

/// For every two columns, those two numbers of each of eight rows.
type Panel = [[i16; 2 * LANES]];

/// Sixteen bytes at a time.
fn narrow<const N: usize>(panel: &Panel, x: [&[[i16; 2]]; N]) -> [[i32; LANES]; N] {
    let mut sums = [[lanes::zero(); 2]; N];
    for (k, w) in panel.iter().enumerate() {
        let w = lanes::load(w);
        for (sum, x) in sums.iter_mut().zip(x) {
            let x = lanes::pair(x[k]);
            *sum = [lanes::multiply_add(sum[0], w[0], x), lanes::multiply_add(sum[1], w[1], x)];
        }
    }
    sums.map(lanes::store)
}

/// Thirty-two bytes at a time, where an x86-64 has AVX2.
#[cfg(target_arch = "x86_64")]
mod wide {
    use super::{LANES, Panel, both};
    use core::arch::x86_64::*;

    #[target_feature(enable = "avx2")]
    pub(super) fn products<const N: usize>(panel: &Panel, x: [&[[i16; 2]]; N]) -> [[i32; LANES]; N] {
        let mut sums = [_mm256_setzero_si256(); N];
        for (k, w) in panel.iter().enumerate() {
            // SAFETY: sixteen int16 stand there, and the load asks for no alignment.
            let w = unsafe { _mm256_loadu_si256(w.as_ptr().cast()) };
            for (sum, x) in sums.iter_mut().zip(x) {
                *sum = _mm256_add_epi32(*sum, _mm256_madd_epi16(w, _mm256_set1_epi32(both(x[k]))));
            }
        }
        sums.map(|sum| {
            let mut out = [0; LANES];
            // SAFETY: there is room for eight int32, and the store asks for no alignment.
            unsafe { _mm256_storeu_si256(out.as_mut_ptr().cast(), sum) };
            out
        })
    }
}

/// Two int16 as they stand in memory, seen as one int32: compilers make it one load.
#[cfg(any(target_arch = "x86_64", target_arch = "wasm32"))]
fn both(x: [i16; 2]) -> i32 {
    (u32::from(x[0] as u16) | u32::from(x[1] as u16) << 16) as i32
}

/// Four rows to a register, two neighbouring numbers of each.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod lanes {
    use super::both;
    use core::arch::wasm32::*;

    pub(super) fn zero() -> v128 {
        i32x4_splat(0)
    }

    pub(super) fn load(w: &[i16; 16]) -> [v128; 2] {
        // SAFETY: sixteen int16 stand there, and the loads ask for no alignment.
        unsafe { [v128_load(w.as_ptr().cast()), v128_load(w.as_ptr().add(8).cast())] }
    }

    pub(super) fn pair(x: [i16; 2]) -> v128 {
        i32x4_splat(both(x))
    }

    pub(super) fn multiply_add(sum: v128, w: v128, x: v128) -> v128 {
        i32x4_add(sum, i32x4_dot_i16x8(w, x))
    }

    pub(super) fn store(sums: [v128; 2]) -> [i32; 8] {
        let mut out = [0; 8];
        // SAFETY: there is room for eight int32, and the stores ask for no alignment.
        unsafe {
            v128_store(out.as_mut_ptr().cast(), sums[0]);
            v128_store(out.as_mut_ptr().add(4).cast(), sums[1]);
        }
        out
    }
}

/// The same with SSE2, which every x86-64 has.
#[cfg(target_arch = "x86_64")]
mod lanes {
    use super::both;
    use core::arch::x86_64::*;

    pub(super) fn zero() -> __m128i {
        // SAFETY: x86-64 has SSE2; so below.
        unsafe { _mm_setzero_si128() }
    }

    pub(super) fn load(w: &[i16; 16]) -> [__m128i; 2] {
        // SAFETY: sixteen int16 stand there, and the loads ask for no alignment.
        unsafe { [_mm_loadu_si128(w.as_ptr().cast()), _mm_loadu_si128(w.as_ptr().add(8).cast())] }
    }

    pub(super) fn pair(x: [i16; 2]) -> __m128i {
        unsafe { _mm_set1_epi32(both(x)) }
    }

    pub(super) fn multiply_add(sum: __m128i, w: __m128i, x: __m128i) -> __m128i {
        unsafe { _mm_add_epi32(sum, _mm_madd_epi16(w, x)) }
    }

    pub(super) fn store(sums: [__m128i; 2]) -> [i32; 8] {
        let mut out = [0; 8];
        // SAFETY: there is room for eight int32, and the stores ask for no alignment.
        unsafe {
            _mm_storeu_si128(out.as_mut_ptr().cast(), sums[0]);
            _mm_storeu_si128(out.as_mut_ptr().add(4).cast(), sums[1]);
        }
        out
    }
}

/// The same in plain arithmetic, for all other machines.
#[cfg(not(any(target_arch = "x86_64", all(target_arch = "wasm32", target_feature = "simd128"))))]
mod lanes {
    pub(super) fn zero() -> [i32; 4] {
        [0; 4]
    }

    pub(super) fn load(w: &[i16; 16]) -> [[[i16; 2]; 4]; 2] {
        [0, 4].map(|row| std::array::from_fn(|r| [w[2 * (row + r)], w[2 * (row + r) + 1]]))
    }

    pub(super) fn pair(x: [i16; 2]) -> [i16; 2] {
        x
    }

    pub(super) fn multiply_add(sum: [i32; 4], w: [[i16; 2]; 4], x: [i16; 2]) -> [i32; 4] {
        std::array::from_fn(|r| sum[r] + (0..2).map(|k| i32::from(w[r][k]) * i32::from(x[k])).sum::<i32>())
    }

    pub(super) fn store(sums: [[i32; 4]; 2]) -> [i32; 8] {
        std::array::from_fn(|r| sums[r / 4][r % 4])
    }
}

/// Added to a number of at most 2^22, it leaves the whole number nearest to it in the last bits.
const NEAREST: f32 = 12_582_912.0;

/// Rounds `x` to int16 times the returned scale.
pub(crate) fn quantise(x: &[f32], out: &mut Vec<i16>) -> f32 {
    let mut lanes = [0.0f32; LANES];
    for x in x.chunks(LANES) {
        lanes.iter_mut().zip(x).for_each(|(l, x)| *l = if x.abs() > *l { x.abs() } else { *l });
    }
    let most = lanes.iter().fold(0.0, |m: f32, &l| m.max(l));
    let scale = if most > 0.0 { 32767.0 / most } else { 0.0 };
    // By addition: to truncate and to round are calls, or several branches, on some hosts.
    out.extend(x.iter().map(|x| ((x * scale + NEAREST).to_bits() as i32 - NEAREST.to_bits() as i32) as i16));
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
    fn the_longest_product_fits() {
        let (weights, values) = (vec![-128; LANES * MOST_COLUMNS], vec![i16::MAX; MOST_COLUMNS]);
        assert_eq!(products(&weights, &values), [[-128 * 32767 * MOST_COLUMNS as i32; LANES]]);
    }

    #[test]
    fn products_agree_with_plain_arithmetic() {
        const COLUMNS: usize = 72;
        let x: Vec<i16> = (0..3 * COLUMNS).map(|i| ((i * 7919) % 65535) as i32 - 32767).map(|v| v as i16).collect();
        let w: Vec<i8> = (0..2 * LANES * COLUMNS).map(|i| ((i * 37 % 255) as i32 - 127) as i8).collect();
        let plain = |w: &[i8], x: &[i16]| w.iter().zip(x).map(|(&a, &b)| i32::from(a) * i32::from(b)).sum::<i32>();
        let panels = panels(&w, COLUMNS);
        for (p, rows) in panels.chunks(LANES * COLUMNS).zip(w.chunks(LANES * COLUMNS)) {
            let fewer =
                narrow::<3>(p.as_chunks().0, std::array::from_fn(|n| x[n * COLUMNS..][..COLUMNS].as_chunks().0));
            for ((sums, fewer), x) in products::<3>(p, &x).iter().zip(fewer).zip(x.chunks(COLUMNS)) {
                let expected: Vec<i32> = rows.chunks(COLUMNS).map(|row| plain(row, x)).collect();
                assert_eq!((sums.to_vec(), fewer.to_vec()), (expected.clone(), expected));
            }
        }
    }

    #[test]
    fn rounding_is_to_the_nearest_step() {
        let x = [0.5, -1.0, 0.25, 1e-9, 0.0];
        let mut q = vec![];
        let scale = quantise(&x, &mut q);
        assert_eq!(q[1], -32767);
        assert!(x.iter().zip(&q).all(|(x, &q)| (x - f32::from(q) * scale).abs() <= 0.51 * scale));
        q.clear();
        assert_eq!(quantise(&[0.0; 3], &mut q), 0.0);
        assert_eq!(q, [0; 3]);
        assert_eq!(inner(&[3.0, 4.0], &[3.0, 4.0]), 25.0);
    }
}
