/** Countries that a grid shows at once. */
export const GRID_SIZE = 30
