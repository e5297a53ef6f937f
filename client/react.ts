export { type UseEventsOptions, useEvents } from './react/use-events.ts'
export { type UploadState, useUpload } from './react/use-upload.ts'
