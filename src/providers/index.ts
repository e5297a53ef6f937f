import { bankXray } from './bank-xray/provider.ts'
import { finbox } from './finbox/provider.ts'
import { finoos } from './finoos/provider.ts'
import { finovox } from './finovox/provider.ts'
import { flvxtract } from './flvxtract/provider.ts'
import type { Provider } from './provider.ts'

/** All providers. A new one needs a folder and a line here. */
export const providers: readonly Provider[] = [flvxtract, finovox, bankXray, finbox, finoos]
