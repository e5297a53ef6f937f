import { useSearchParams } from 'wouter'
import { Notice } from '../../layout/notice.tsx'
import { returnParameter } from './return-addresses.ts'

const ends = {
  done: { tone: 'good', title: 'The bank says that it is done. The connected accounts appear here in a few seconds.' },
  failed: { tone: 'bad', title: 'The bank says that it failed. Nothing was connected.' },
  left: { tone: 'caution', title: 'The visit to the bank was cancelled. Nothing was connected.' },
} as const

/** The end of a visit to the bank's pages, shown after the return. */
export function BankReturn() {
  const [params, setParams] = useSearchParams()
  const key = params.get(returnParameter)
  if (key !== 'done' && key !== 'failed' && key !== 'left') return null
  const { tone, title } = ends[key]
  return (
    <Notice tone={tone} title={title} isUrgent>
      <div>
        <button type="button" onClick={() => setParams({}, { replace: true })}>
          Understood
        </button>
      </div>
    </Notice>
  )
}
