import { Badge } from '../../layout/badge.tsx'
import { useConnectionState } from '../../session/session.tsx'

/** Shows whether the connection for events is open. */
export function LiveState() {
  const state = useConnectionState()
  return (
    <p role="status">
      {state === 'CONNECTED' && <Badge word={state} label="Live" tone="good" />}
      {state === 'CONNECTING' && <Badge word={state} label="Connecting" tone="busy" />}
      {state === 'WAITING' && <Badge word={state} label="Reconnecting" tone="caution" />}
    </p>
  )
}
