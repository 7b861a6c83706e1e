// The files are large: inferring their types literally would cost the compiler more than the rest of the product.
declare module 'world-atlas/countries-110m.json' {
  const topology: import('topojson-specification').Topology<{
    countries: import('topojson-specification').GeometryCollection<{ name: string }>
  }>
  export default topology
}

declare module 'world-atlas/countries-50m.json' {
  const topology: import('topojson-specification').Topology<{
    countries: import('topojson-specification').GeometryCollection<{ name: string }>
  }>
  export default topology
}
