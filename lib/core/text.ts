/** Lower case without accents, for comparing what people typed: `Chargé` becomes `charge`. */
export const foldText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
