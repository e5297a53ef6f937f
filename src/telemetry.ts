/**
 * Sends traces and metrics over OTLP, as the standard OpenTelemetry variables say. Loaded only when configured, because
 * the SDK is large.
 *
 * @returns a function that sends the rest and stops
 */
export async function startTelemetry(): Promise<() => Promise<void>> {
  const { NodeSDK } = await import('@opentelemetry/sdk-node')
  const sdk = new NodeSDK({ serviceName: 'assay' })
  sdk.start()
  return () => sdk.shutdown()
}
