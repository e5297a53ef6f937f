import type { ActivityEvent, EventSource } from '../domain/activity-event.ts'
import { createId } from '../domain/ids.ts'
import type { RequestContext } from '../domain/request-context.ts'
import type { Transaction } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import type { EventBus } from './bus.ts'

/** What happened; the rest is added when it is appended. */
export type NewEvent = Pick<ActivityEvent, 'type'> &
  Partial<Omit<ActivityEvent, 'type' | 'via' | 'id' | 'sequence' | 'correlationId' | 'occurredAt'>>

export interface AppendOptions {
  readonly bus: EventBus
  readonly context: RequestContext
  readonly via: EventSource
  readonly at: Date
}

/**
 * Appends to a tenant's log. The last thing a transaction does: it locks the tenant's counter, so whoever gets the next
 * number commits later. That is what makes the order of numbers the order of visibility, without gaps. Only the unit of
 * work calls it.
 */
export async function appendEvents(
  tx: Transaction,
  { bus, context: { tenant, correlationId }, via, at }: AppendOptions,
  events: readonly NewEvent[],
): Promise<void> {
  if (events.length === 0) return
  await bus.announce(tx, tenant)
  const rows = events.map(event => ({ ...event, id: createId('event') }))
  await tx.rows(sql`
    with counter as (
      insert into tenants (tenant_id, last_sequence) values (${tenant}, ${rows.length})
      on conflict (tenant_id) do update set last_sequence = tenants.last_sequence + excluded.last_sequence
      returning last_sequence - ${rows.length} as before
    )
    insert into events (tenant_id, sequence, id, type, occurred_at, via, applicant_id, case_id, analysis_id, document_id,
      bank_login_id, bank_session_id, shipment_id, analysis_status, analysis_stage, analysis_version, correlation_id)
    select ${tenant}, counter.before + row.ordinality, row.value->>'id', row.value->>'type', ${at}, ${via},
      row.value->>'applicantId', row.value->>'caseId', row.value->>'analysisId', row.value->>'documentId',
      row.value->>'bankLoginId', row.value->>'bankSessionId', row.value->>'shipmentId', row.value->>'analysisStatus', row.value->>'analysisStage', (row.value->>'analysisVersion')::integer, ${correlationId}
    from counter, jsonb_array_elements(${JSON.stringify(rows)}::jsonb) with ordinality as row`)
}
