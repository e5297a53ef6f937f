export { type AssayLinkOptions, createAssayLink } from './apollo/assay-link.ts'
export { typePolicies } from './apollo/type-policies.ts'
