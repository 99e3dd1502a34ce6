export { createPublicLibrary, type PublicLibrary, type PublicLibraryParts } from './library.ts';
export { type PublicPagesOptions, registerPublicPages } from './register.ts';
export { createSearch, type Search } from './search.ts';
