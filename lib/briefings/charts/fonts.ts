import { resolve } from 'node:path'

/** Paths of the fonts that documents are set in; those of `fallback` have what Inter lacks. */
export interface FontFiles {
  regular: string
  semiBold: string
  fallback: string
  fallbackBold: string
}

// By its path and not by a module: a bundler would take the fonts of every weight with it.
const inPackage = (path: string): string => resolve(/*turbopackIgnore: true*/ process.cwd(), 'node_modules', path)

/** Where the fonts lie: full TrueType files of two packages, on this machine. Programs of the desk run in its folder. */
export const fontFiles = (): FontFiles => ({
  regular: inPackage('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  semiBold: inPackage('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
  fallback: inPackage('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  fallbackBold: inPackage('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
})
