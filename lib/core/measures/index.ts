export * from '@/lib/core/measures/measure'
export * from '@/lib/core/measures/measures-in-force'
