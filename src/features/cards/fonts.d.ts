/** Vite puts the file itself into the bundle, so that the server needs to find none. */
declare module '*.woff2?inline' {
  const dataUrl: string;
  export default dataUrl;
}
