import type { ActivityEvent, EventSource } from '../domain/activity-event.ts'
import { createId } from '../domain/ids.ts'
import type { RequestContext } from '../domain/request-context.ts'
import type { Transaction } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import type { EventBus } from './bus.ts'

/** A new event. The other members are added when it is appended. */
export type NewEvent = Pick<ActivityEvent, 'type'> &
  Partial<Omit<ActivityEvent, 'type' | 'via' | 'id' | 'sequence' | 'correlationId' | 'occurredAt'>>

export interface AppendOptions {
  readonly bus: EventBus
  readonly context: RequestContext
  readonly via: EventSource
  readonly at: Date
}

/**
 * Appends to a tenant's event log. The last step of a transaction: it locks the tenant's counter, so the transaction
 * with the next number commits later. Numbers therefore become visible in order and without gaps. Only called by the
 * unit of work.
 */
export async function appendEvents(
  tx: Transaction,
  { bus, context: { tenant, correlationId }, via, at }: AppendOptions,
  events: readonly NewEvent[],
): Promise<void> {
  if (events.length === 0) return
  const rows = events.map(event => ({ ...event, id: createId('event') }))
  const [appended] = await tx.rows<{ last: number }>(sql`
    with counter as (
      insert into tenants (tenant_id, last_sequence) values (${tenant}, ${rows.length})
      on conflict (tenant_id) do update set last_sequence = tenants.last_sequence + excluded.last_sequence
      returning last_sequence as last
    ), appended as (
      insert into events (tenant_id, sequence, id, type, occurred_at, via, applicant_id, case_id, analysis_id, document_id,
        bank_login_id, bank_session_id, shipment_id, analysis_status, analysis_stage, analysis_version, correlation_id)
      select ${tenant}, counter.last - ${rows.length} + row.ordinality, row.value->>'id', row.value->>'type', ${at}, ${via},
        row.value->>'applicantId', row.value->>'caseId', row.value->>'analysisId', row.value->>'documentId',
        row.value->>'bankLoginId', row.value->>'bankSessionId', row.value->>'shipmentId', row.value->>'analysisStatus', row.value->>'analysisStage', (row.value->>'analysisVersion')::integer, ${correlationId}
      from counter, jsonb_array_elements(${JSON.stringify(rows)}::jsonb) with ordinality as row
    )
    select last, ${bus.notification(tenant, sql`last`)} from counter`)
  if (appended) tx.afterCommit(() => bus.tell(tenant, appended.last))
}
