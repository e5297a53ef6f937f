/**
 * Sends traces and metrics over OTLP, as the standard OpenTelemetry variables say. Loaded only when asked for, because
 * the SDK is large.
 *
 * @returns a function that sends what is left and stops
 */
export async function startTelemetry(): Promise<() => Promise<void>> {
  const { NodeSDK } = await import('@opentelemetry/sdk-node')
  const sdk = new NodeSDK({ serviceName: 'assay' })
  sdk.start()
  return () => sdk.shutdown()
}
