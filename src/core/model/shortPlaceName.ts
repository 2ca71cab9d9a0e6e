/** Village committees are called by their village: 村民委员会 and 村委会 are left out. */
export const shortPlaceName = (name: string): string => name.replace(/(村)?(村民委员会|村委会)$/u, '村');
