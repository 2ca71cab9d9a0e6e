/** How wide a number is where the kernel is compiled to machine numbers; for TypeScript all are numbers. */
type i32 = number;
type u32 = number;
type u8 = number;
type f64 = number;
