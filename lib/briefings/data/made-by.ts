import product from '@/package.json'

/** Which product made a package, and by which of its versions. */
export interface MadeBy {
  product: string
  version: string
}

/** This product. A change of the rules by which figures, tables or texts are made raises its version (docs/decisions/0012). */
export const MADE_BY: Readonly<MadeBy> = { product: 'Dyadwatch', version: product.version }
