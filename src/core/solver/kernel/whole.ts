/** Whole numbers stay whole where the kernel is compiled; `Math.max` and `Math.min` would make them fractions. */
export function larger(left: i32, right: i32): i32 {
  return left > right ? left : right;
}

export function smaller(left: i32, right: i32): i32 {
  return left < right ? left : right;
}
