import type { JsonValue } from '../domain/json.ts';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ActivityEvent as ActivityEventSource } from '../domain/activity-event.ts';
import type { ConnectionPage, Edge, Connection, PageInfoSource } from '../graphql/connection.ts';
import type { Analysis as AnalysisSource, AnalysisError as AnalysisErrorSource, AnalysisRun as AnalysisRunSource, RequiredAction as RequiredActionSource } from '../domain/analysis.ts';
import type { Applicant as ApplicantSource } from '../domain/applicant.ts';
import type { Bank as BankSource } from '../domain/bank.ts';
import type { BankAccount as BankAccountSource, BankLogin as BankLoginSource, BankSession as BankSessionSource } from '../domain/bank-login.ts';
import type { BankConnection as BankConnectionSource } from '../graphql/bank.ts';
import type { Case as CaseSource } from '../domain/case.ts';
import type { CaseDecision as CaseDecisionSource, DecisionAlert as DecisionAlertSource } from '../domain/decision.ts';
import type { CaseDocument as CaseDocumentSource } from '../domain/document.ts';
import type { CashFlowPeriod as CashFlowPeriodSource } from '../store/cash-flow.ts';
import type { Company as CompanySource } from '../graphql/company.ts';
import type { Consent as ConsentSource } from '../domain/consent.ts';
import type { Counterparty as CounterpartySource } from '../domain/transaction.ts';
import type { DataProvider as DataProviderSource } from '../providers/registry.ts';
import type { AnalysisDocumentResult as DocumentResultSource } from '../store/analyses.ts';
import type { Erasure as ErasureSource, ErasureRemainder as ErasureRemainderSource } from '../domain/commands.ts';
import type { Metric as MetricSource, RiskAssessment as RiskAssessmentSource } from '../domain/risk-assessment.ts';
import type { PaymentPartner as PaymentPartnerSource } from '../graphql/payment-partner.ts';
import type { ReportFile as ReportFileSource } from '../graphql/report.ts';
import type { Shipment as ShipmentSource } from '../domain/shipment.ts';
import type { SourceState as SourceStateSource } from '../graphql/source-state.ts';
import type { Statement as StatementSource, StatementDisagreement as StatementDisagreementSource } from '../domain/statement.ts';
import type { TransactionPart as TransactionSource } from '../store/transaction-columns.ts';
import type { GraphQLContext } from '../graphql/context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An ISO 4217 code in capitals; `XXX` when the currency is unknown. */
  CurrencyCode: { input: string; output: string; }
  /**
   * A position in the event log, signed by this service. An opaque value to send back unchanged. It is valid only for the
   * tenant that received it, and until the events after it are purged. At most 2,000 characters.
   */
  Cursor: { input: string; output: string; }
  /** A day in the calendar of the bank, `YYYY-MM-DD`, without a time or a zone. Days that do not exist are refused. */
  Date: { input: string; output: string; }
  /** An instant, RFC 3339. Answers are in UTC with milliseconds: `2025-08-31T09:30:00.000Z`. */
  DateTime: { input: Date; output: Date; }
  /**
   * An exact decimal number as a string in plain notation, such as `"-12.30"`, of at most 200 characters. It is never converted to a
   * floating point number. As input also an integer literal; a literal or variable with a point must be a string.
   */
  Decimal: { input: string; output: string; }
  /** Any JSON value. Numbers keep their digits: `1500.00` stays `1500.00`, and no number is rounded. */
  JSON: { input: JsonValue; output: JsonValue; }
  /** An absolute URL. At most 4,000 characters. */
  URL: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

/** A token for access to one applicant's data only. It is not stored, so it cannot be queried again. */
export type AccessToken = {
  /** When it expires. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** Its scopes, at most 20. At most 100 characters. */
  readonly scopes: ReadonlyArray<Scalars['String']['output']>;
  /** The token itself. Whoever has it can use it. At most 2,000 characters. */
  readonly token: Scalars['String']['output'];
};

/** The types of accounts, which are the same for every provider. */
export type AccountType =
  /** A credit card account. */
  | 'CARD'
  /** An account for payments. */
  | 'CURRENT'
  /** A loan. */
  | 'LOAN'
  /** Another or an unknown type: see `providerType`. */
  | 'OTHER'
  /** A savings account, at call or for a term. */
  | 'SAVINGS'
  /** A securities account. */
  | 'SECURITIES';

/**
 * An event of the log. Its objects are shown in their current state, but `analysisStatus`, `analysisStage` and
 * `analysisVersion` are as they were at the time of the event.
 */
export type ActivityEvent = {
  /** The analysis it is about, in the current state; null when it is about none, or once erased. */
  readonly analysis?: Maybe<Analysis>;
  /** Stage of the analysis at that moment; null when it is about no analysis. */
  readonly analysisStage?: Maybe<AnalysisStage>;
  /** Status of the analysis at that moment; null when it is about no analysis. */
  readonly analysisStatus?: Maybe<AnalysisStatus>;
  /** Version of the analysis at that moment; null when it is about no analysis. */
  readonly analysisVersion?: Maybe<Scalars['Int']['output']>;
  /** The applicant it is about, in the current state; null when it is about none, or once erased. */
  readonly applicant?: Maybe<Applicant>;
  /** The bank login it is about, in the current state; null when it is about none, or once erased. */
  readonly bankLogin?: Maybe<BankLogin>;
  /** The visit to a provider's page that caused it, in the current state; null when none did, or once erased. */
  readonly bankSession?: Maybe<BankSession>;
  /** The case it belongs to, in the current state; null when it belongs to none, or once erased. */
  readonly case?: Maybe<Case>;
  /** Its position in the log, to continue from. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The document it is about, in the current state; null when it is about none, or once erased. */
  readonly document?: Maybe<CaseDocument>;
  /** Its id (`evt_…`). */
  readonly id: Scalars['ID']['output'];
  /** When it was recorded. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** Its number within the tenant, which increases with each event. A caller that is limited to one applicant sees gaps. */
  readonly sequence: Scalars['Int']['output'];
  /** The letter or fax it is about, in the current state; null when it is about none, or once erased. Needs the scope `shipments`. */
  readonly shipment?: Maybe<Shipment>;
  /** What happened. */
  readonly type: EventType;
  /** What caused it. */
  readonly via: EventSource;
};

/** A page of events. */
export type ActivityEventConnection = {
  /** The events of the page with their cursors. */
  readonly edges: ReadonlyArray<ActivityEventEdge>;
  /** The position of the page in the log. Its cursors are those of the events. */
  readonly pageInfo: PageInfo;
};

/** An event in a page. */
export type ActivityEventEdge = {
  /** Its position in the log. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The event. */
  readonly node: ActivityEvent;
};

/** The kinds of checks. */
export type AlertSource =
  /** Whether a document is the requested one. */
  | 'COMPLIANCE'
  /** Whether documents agree with each other and with the declared data. */
  | 'CROSS_DOCUMENT'
  /** Whether a document is genuine. */
  | 'FRAUD'
  /** Another kind of check. */
  | 'OTHER';

/** A request to a provider about the documents of a case, with its result. */
export type Analysis = {
  /** What a person has to do before it can continue; null unless its status is ACTION_REQUIRED. */
  readonly action?: Maybe<RequiredAction>;
  /** The actions possible now, at most 3. */
  readonly allowedActions: ReadonlyArray<AnalysisAction>;
  /** The number of consecutive failed attempts to make progress. 0 after a successful one, and once final. */
  readonly attempts: Scalars['Int']['output'];
  /** The case it belongs to. */
  readonly case: Case;
  /** When it reached its final status; null before. */
  readonly completedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The invitation that it belongs to; null when it is about documents of the case. */
  readonly consent?: Maybe<Consent>;
  /**
   * When it will fail with DEADLINE_EXCEEDED, after a last check that the provider answers, or an hour without an answer.
   * Postponed while it waits in the queue of the provider, and when no check was possible until then. While it waits for
   * a customer's consent, it will fail with CONSENT_EXPIRED.
   */
  readonly deadline: Scalars['DateTime']['output'];
  /** What the provider decided about the documents; null until there is a decision, and for products without one. */
  readonly decision?: Maybe<CaseDecision>;
  /** The result of each document, in the same order. At most 200. */
  readonly documentResults: ReadonlyArray<DocumentResult>;
  /** Its documents, in the given order, at most 200. Empty when a customer gives statements to the provider: see `consent`. */
  readonly documents: ReadonlyArray<CaseDocument>;
  /** Why it failed, or why the first of its failed documents did; otherwise null, also when a result is PARTIAL only because the provider is not sure of it. */
  readonly error?: Maybe<AnalysisError>;
  /** Our id (`ana_…`). */
  readonly id: Scalars['ID']['output'];
  /** When its progress is checked next, at the provider if necessary; null once final. It may be checked earlier. */
  readonly nextCheckAt?: Maybe<Scalars['DateTime']['output']>;
  /**
   * What currently prevents progress, such as a provider that does not answer, a used-up budget or a queue; null
   * when nothing does. It is retried automatically at `nextCheckAt`. `retryAfterSeconds` is what the provider asked for
   * when the obstacle occurred.
   */
  readonly obstacle?: Maybe<AnalysisError>;
  /** The requested product. */
  readonly product: AnalysisProduct;
  /** The current or last provider. If the first provider failed, another one: see `runs`. */
  readonly provider: DataProvider;
  /** The provider's own id of it; null until it has one. At most 255 characters. */
  readonly providerReference?: Maybe<Scalars['String']['output']>;
  /** The provider's own name of the current step; null when it has none. At most 200 characters. */
  readonly providerStage?: Maybe<Scalars['String']['output']>;
  /** Files of its result from the provider, at most 20. Empty until it is COMPLETED or PARTIAL. */
  readonly reports: ReadonlyArray<ReportFile>;
  /** When it was requested. */
  readonly requestedAt: Scalars['DateTime']['output'];
  /** The analysis that it retries; null when it is a first attempt. */
  readonly retryOf?: Maybe<Analysis>;
  /** The provider's assessments of the applicant, newest first, at most 20. Empty until it is COMPLETED or PARTIAL. */
  readonly riskAssessments: ReadonlyArray<RiskAssessment>;
  /** The providers tried for it, in order. Usually one, at most 10. */
  readonly runs: ReadonlyArray<AnalysisRun>;
  /** A page of the provider that shows its result to everyone with this address. Null unless requested with `options.shareLink`. Keep it secret. Needs the scope `read:share-links`. */
  readonly shareUrl?: Maybe<Scalars['URL']['output']>;
  /** The current step. */
  readonly stage: AnalysisStage;
  /** The bank statements it found, duplicates of other statements included, each in its most complete reading, at most 500. Empty until it is COMPLETED or PARTIAL. */
  readonly statements: ReadonlyArray<Statement>;
  /** Its status. COMPLETED, PARTIAL, FAILED and CANCELLED are final: a retry is a new analysis. */
  readonly status: AnalysisStatus;
  /** When it last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** Increases by one with every change. A higher version is a later state. */
  readonly version: Scalars['Int']['output'];
};

/** The possible actions on an analysis. */
export type AnalysisAction =
  /** Cancel it: `cancelAnalysis`. */
  | 'CANCEL'
  /** Continue after the required action was done: `retryAnalysis`. After OPEN_URL it also continues by itself, but later. */
  | 'RESUME'
  /** Retry with a new analysis: `retryAnalysis`. Not for statements from a customer, which need a new `requestConsent`. */
  | 'RETRY';

/** A page of analyses. */
export type AnalysisConnection = {
  /** The analyses of the page with their cursors. */
  readonly edges: ReadonlyArray<AnalysisEdge>;
  /** The position of the page in its list. */
  readonly pageInfo: PageInfo;
  /** The number of analyses in the whole list. Counted only when the field is selected. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A document to analyse. */
export type AnalysisDocumentInput = {
  /**
   * The bank that issued it, by its `name` in `Query.banks`, for providers that list their banks: they refuse any other
   * name, with the most similar names in the error. The other providers recognise the bank by themselves and ignore
   * this. At most 500 characters.
   */
  readonly bankName?: InputMaybe<Scalars['String']['input']>;
  /** Id of the document (`doc_…`). At most 255 characters. */
  readonly documentId: Scalars['ID']['input'];
  /**
   * Its password, when it is protected by one. Sent to the provider and then deleted. Only for a provider whose
   * `options` have `password`: others refuse the analysis with CAPABILITY_UNSUPPORTED. At most 200 characters.
   */
  readonly password?: InputMaybe<Scalars['String']['input']>;
};

/** An analysis in a page. */
export type AnalysisEdge = {
  /** Its place in the list. At most 2,000 characters. */
  readonly cursor: Scalars['String']['output'];
  /** The analysis. */
  readonly node: Analysis;
};

/** Why an analysis, an attempt or a document failed. */
export type AnalysisError = {
  /** What went wrong, as a code for programs. */
  readonly code: ErrorCode;
  /** What went wrong, in English for developers. Never contains personal data. At most 2,000 characters. */
  readonly message: Scalars['String']['output'];
  /** The provider's own code or HTTP status; null when it gave none. At most 200 characters. */
  readonly providerCode?: Maybe<Scalars['String']['output']>;
  /** The number of seconds to wait before a retry; null when unknown. */
  readonly retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
  /** Whether a retry with the same documents may succeed. */
  readonly retryable: Scalars['Boolean']['output'];
  /** What went wrong, in English for users. At most 2,000 characters. */
  readonly userMessage: Scalars['String']['output'];
};

/** A filter of analyses. An item must match all given members; an empty list matches nothing. */
export type AnalysisFilter = {
  /** Only those of one of these products. */
  readonly products?: InputMaybe<ReadonlyArray<AnalysisProduct>>;
  /** Only those of one of these providers, such as `flvxtract`; at most 20 providers. At most 255 characters. */
  readonly providers?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Only those requested in this period. */
  readonly requestedAt?: InputMaybe<DateTimeRange>;
  /** Only those in one of these statuses. */
  readonly statuses?: InputMaybe<ReadonlyArray<AnalysisStatus>>;
  /** Only those last changed in this period. */
  readonly updatedAt?: InputMaybe<DateTimeRange>;
};

/** Options of an analysis. For what is absent or null, the provider's default applies. */
export type AnalysisOptionsInput = {
  /** Whether the provider explains its decision (`CaseDecision.alerts`). It does unless this is false. For DOCUMENT_FRAUD. */
  readonly explanation?: InputMaybe<Scalars['Boolean']['input']>;
  /** Requests a page of the provider that shows its result (`Analysis.shareUrl`). None when absent. For DOCUMENT_FRAUD. */
  readonly shareLink?: InputMaybe<ShareLinkInput>;
};

/** The products: analyses of the documents of a case. */
export type AnalysisProduct =
  /** Assesses the risk of the applicant by the bank statements. */
  | 'BANK_RISK'
  /** Checks whether the documents are genuine. */
  | 'DOCUMENT_FRAUD'
  /** Reads the bank statements: returns statements and transactions. */
  | 'STATEMENT_EXTRACTION';

/** One provider tried for an analysis. */
export type AnalysisRun = {
  /** When its attempt ended; null while it runs. */
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why its attempt failed, and so why the next provider was used, if there is a later run; null when it did not fail. */
  readonly error?: Maybe<AnalysisError>;
  /** The id of the provider of the previous run, which this one replaces; null for the first run. At most 255 characters. */
  readonly fellBackFrom?: Maybe<Scalars['String']['output']>;
  /** The final status of its attempt; null while it runs. */
  readonly outcome?: Maybe<AnalysisStatus>;
  /** The provider. */
  readonly provider: DataProvider;
  /** The provider's own id of the attempt; null until it has one. At most 255 characters. */
  readonly providerReference?: Maybe<Scalars['String']['output']>;
  /** When its attempt began. */
  readonly startedAt: Scalars['DateTime']['output'];
};

/** The steps of an analysis. */
export type AnalysisStage =
  /** The result is being fetched. */
  | 'COLLECTING'
  /** It has ended. */
  | 'DONE'
  /** The provider reads the documents. */
  | 'EXTRACTING'
  /** The provider is likely to have people read the documents, which takes longer. */
  | 'MANUAL_EXTRACTION_LIKELY'
  /** Documents are being sent. */
  | 'UPLOADING'
  /** It waits in the queue. */
  | 'WAITING';

/** The status of an analysis. */
export type AnalysisStatus =
  /** It waits for an action of a person: see `action`. */
  | 'ACTION_REQUIRED'
  /** Final: it was cancelled on request. */
  | 'CANCELLED'
  /** Final: the result is complete. */
  | 'COMPLETED'
  /** Final: there is no result; `error` has the reason. */
  | 'FAILED'
  /** Final: the result is incomplete, or the provider is not sure of it; `documentResults` shows what is missing. */
  | 'PARTIAL'
  /** The provider has everything and is processing it. */
  | 'PROCESSING'
  /** Accepted; nothing was submitted yet. */
  | 'QUEUED'
  /** The documents are being submitted to the provider. */
  | 'SUBMITTING';

/** A person or company to which cases, documents and bank logins belong. */
export type Applicant = {
  /** The analyses of all cases of the applicant, newest first. */
  readonly analyses: AnalysisConnection;
  /**
   * The connected bank logins in the order of their first connection, at most 100. With `maxAgeSeconds`, data that is
   * older is refreshed from the provider, for at most 5 seconds: a login without an answer in time is returned as
   * stored, with `stale` true. Each provider limits how often it is queried; in between, the stored data is returned.
   * Null when they are not available.
   */
  readonly bankLogins?: Maybe<ReadonlyArray<BankLogin>>;
  /** The applicant's cases, newest first. */
  readonly cases: CaseConnection;
  /**
   * Money in and out of all accounts of the applicant, summed exactly per period and currency, oldest first. Counts
   * booked transactions only, and no duplicates. Contains every period of the range in every currency that occurs in it,
   * with zeros for a period without transactions; empty when the range has none. At most 1,000 entries; BAD_USER_INPUT
   * for a range that has more.
   */
  readonly cashFlow: ReadonlyArray<CashFlowPeriod>;
  /** When the applicant was created. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The applicant's name; null when none was given. At most 500 characters. */
  readonly displayName?: Maybe<Scalars['String']['output']>;
  /** The events about the applicant, oldest first. */
  readonly events: ActivityEventConnection;
  /** Our id (`app_…`). */
  readonly id: Scalars['ID']['output'];
  /** Whether it is a person or a company. */
  readonly kind: ApplicantKind;
  /**
   * Who pays a company and whom it pays, according to a provider's analysis of its connected accounts, at most 200, the
   * most relevant first. The provider is queried for at most 5 seconds; without an answer, its previous answer is
   * returned with `stale` true. Null when there is no answer: for persons, without connected accounts, or when the
   * provider does not answer and never did. Needs the scope `banking`.
   */
  readonly paymentPartners?: Maybe<ReadonlyArray<PaymentPartner>>;
  /** Your own id of the applicant: unique within the tenant, never changes. Equals `id` when none was given. At most 255 characters. */
  readonly reference: Scalars['String']['output'];
  /** The number of a company in a public register; null when none was given. */
  readonly registration?: Maybe<CompanyRegistration>;
  /** Providers' assessments of the applicant, newest first, at most 100. */
  readonly riskAssessments: ReadonlyArray<RiskAssessment>;
  /** Letters and faxes about the applicant, newest first. Needs the scope `shipments`. */
  readonly shipments?: Maybe<ShipmentConnection>;
  /** The state of each provider's data about the applicant: one entry for each product of each provider that is enabled or was ever used, and one for bank accounts if it connects them; at most 100. */
  readonly sources: ReadonlyArray<SourceState>;
  /** The applicant's bank statements, latest period first; those without a period come last. */
  readonly statements: StatementConnection;
  /** The transactions on all accounts of the applicant, from every provider. Duplicates are left out unless the filter includes them. */
  readonly transactions: TransactionConnection;
  /** When the applicant was last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
};


/** A person or company to which cases, documents and bank logins belong. */
export type ApplicantAnalysesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AnalysisFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** A person or company to which cases, documents and bank logins belong. */
export type ApplicantBankLoginsArgs = {
  maxAgeSeconds?: InputMaybe<Scalars['Int']['input']>;
};


/** A person or company to which cases, documents and bank logins belong. */
export type ApplicantCasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** A person or company to which cases, documents and bank logins belong. */
export type ApplicantCashFlowArgs = {
  from: Scalars['Date']['input'];
  interval: CashFlowInterval;
  to: Scalars['Date']['input'];
};


/** A person or company to which cases, documents and bank logins belong. */
export type ApplicantEventsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A person or company to which cases, documents and bank logins belong. */
export type ApplicantShipmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** A person or company to which cases, documents and bank logins belong. */
export type ApplicantStatementsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  includeDuplicates: Scalars['Boolean']['input'];
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** A person or company to which cases, documents and bank logins belong. */
export type ApplicantTransactionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TransactionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy: TransactionOrder;
};

/** A page of applicants. */
export type ApplicantConnection = {
  /** The applicants of the page with their cursors. */
  readonly edges: ReadonlyArray<ApplicantEdge>;
  /** The position of the page in its list. */
  readonly pageInfo: PageInfo;
  /** The number of applicants in the whole list. Counted only when the field is selected. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An applicant in a page. */
export type ApplicantEdge = {
  /** Its place in the list. At most 2,000 characters. */
  readonly cursor: Scalars['String']['output'];
  /** The applicant. */
  readonly node: Applicant;
};

/** A filter of applicants. An item must match all given members. */
export type ApplicantFilter = {
  /** Only applicants created in this period. */
  readonly createdAt?: InputMaybe<DateTimeRange>;
  /** Only applicants of this kind. */
  readonly kind?: InputMaybe<ApplicantKind>;
  /**
   * Only applicants with this text in their name, reference or register number, ignoring case, Unicode form and the kind of
   * white space. At most 200 characters.
   */
  readonly search?: InputMaybe<Scalars['String']['input']>;
};

/** The kinds of applicants. */
export type ApplicantKind =
  /** A company or another legal person. */
  | 'COMPANY'
  /** A natural person. */
  | 'PERSON';

/** A bank as a provider lists it. */
export type Bank = {
  /** Its national code. Null when the provider does not say. At most 50 characters. */
  readonly bankCode?: Maybe<Scalars['String']['output']>;
  /** Its BIC (ISO 9362). Null when the provider does not say. At most 50 characters. */
  readonly bic?: Maybe<Scalars['String']['output']>;
  /** Its full name. Null when the provider does not say. At most 500 characters. */
  readonly fullName?: Maybe<Scalars['String']['output']>;
  /** Its logo. Null when the provider has none. */
  readonly logo?: Maybe<Logo>;
  /** The provider's short name of it, which identifies it in requests. At most 500 characters. */
  readonly name: Scalars['String']['output'];
};

/** An account that a bank login gives access to. If it is connected again, it keeps its id. */
export type BankAccount = {
  /** Its balance, negative when it is overdrawn; null when the provider does not say. */
  readonly balance?: Maybe<MonetaryAmount>;
  /** The amount by which it may be overdrawn: positive or zero; null when the provider does not say. */
  readonly creditLine?: Maybe<MonetaryAmount>;
  /** Its currency. */
  readonly currency: Scalars['CurrencyCode']['output'];
  /** International Bank Account Number in full; null when the provider does not say. Needs the scope `read:account-numbers`. At most 100 characters. */
  readonly iban?: Maybe<Scalars['String']['output']>;
  /** Our id (`bac_…`). */
  readonly id: Scalars['ID']['output'];
  /** The login that gives access to it. */
  readonly login: BankLogin;
  /** The IBAN with all but its country code and its last four characters hidden. At most 100 characters. */
  readonly maskedIban?: Maybe<Scalars['String']['output']>;
  /** The number with all but its last four characters hidden; a short number is hidden completely. At most 100 characters. */
  readonly maskedNumber?: Maybe<Scalars['String']['output']>;
  /** The amount that may be spent in a month: positive or zero; null when the provider does not say. */
  readonly monthlySpendingLimit?: Maybe<MonetaryAmount>;
  /** Its name at the bank or from the customer; null when the provider does not say. At most 500 characters. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Its full account number at the bank; null when the provider does not say. Needs the scope `read:account-numbers`. At most 100 characters. */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** Who owns it; null when the provider does not say. At most 500 characters. */
  readonly owner?: Maybe<Scalars['String']['output']>;
  /** The provider's own id of it; null when it has none. At most 255 characters. */
  readonly providerReference?: Maybe<Scalars['String']['output']>;
  /** The provider's own type of it; null when it has none. At most 200 characters. */
  readonly providerType?: Maybe<Scalars['String']['output']>;
  /** When the login no longer gave access to it; null while it does. The data read before is kept. */
  readonly removedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was last read from the provider. */
  readonly retrievedAt: Scalars['DateTime']['output'];
  /** The holdings of a securities account, at most 500. Null when they are not available. */
  readonly securities?: Maybe<ReadonlyArray<Security>>;
  /** Its standing orders, at most 200. Null when they are not available. */
  readonly standingOrders?: Maybe<ReadonlyArray<StandingOrder>>;
  /**
   * Its transactions, booked and pending. Duplicates are always included: `includeDuplicates` has no effect here. Null
   * when they are not available.
   */
  readonly transactions?: Maybe<TransactionConnection>;
  /** What kind of account it is. */
  readonly type: AccountType;
};


/** An account that a bank login gives access to. If it is connected again, it keeps its id. */
export type BankAccountTransactionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TransactionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy: TransactionOrder;
};

/** A page of banks. */
export type BankConnection = {
  /** The banks of the page. At most 500. */
  readonly edges: ReadonlyArray<BankEdge>;
  /** The position of the page in its list. */
  readonly pageInfo: PageInfo;
  /** When the provider answered. */
  readonly retrievedAt: Scalars['DateTime']['output'];
  /** Whether the list is older than a day, because the provider did not answer the last query. */
  readonly stale: Scalars['Boolean']['output'];
  /** The number of banks in the whole list. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A bank in a page. */
export type BankEdge = {
  /** Its cursor. At most 2,000 characters. */
  readonly cursor: Scalars['String']['output'];
  /** The bank. */
  readonly node: Bank;
};

/** A customer's access to their accounts at one bank through a provider. If it is connected again, it keeps its id. */
export type BankLogin = {
  /** The accounts that it gives access to, in the provider's order, at most 100; for a removed login, the last ones. */
  readonly accounts: ReadonlyArray<BankAccount>;
  /** The applicant to whom it belongs. */
  readonly applicant: Applicant;
  /** The bank. */
  readonly bank: Bank;
  /** When it was first connected. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Our id (`blg_…`). */
  readonly id: Scalars['ID']['output'];
  /** The provider that manages it. */
  readonly provider: DataProvider;
  /** The provider's own id of it; null when it has none. At most 255 characters. */
  readonly providerReference?: Maybe<Scalars['String']['output']>;
  /** When it was removed, by you, the customer or the provider; null while it is connected. */
  readonly removedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When all its data was last read from the provider. */
  readonly retrievedAt: Scalars['DateTime']['output'];
  /** Whether the last attempt to read it failed, so that the provider may have newer data: see `Applicant.sources` for the reason. */
  readonly stale: Scalars['Boolean']['output'];
  /** The provider's synchronization with the bank; null when it does not say. */
  readonly synchronization?: Maybe<Synchronization>;
};

/** One visit of a customer's browser to a provider's pages, to connect, manage or synchronize bank logins. */
export type BankSession = {
  /** The login to synchronize; null when it concerns none in particular. */
  readonly bankLogin?: Maybe<BankLogin>;
  /** Until when the page can be used. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** Our id (`bks_…`). */
  readonly id: Scalars['ID']['output'];
  /** When it was opened. */
  readonly openedAt: Scalars['DateTime']['output'];
  /** Its purpose. */
  readonly purpose: BankSessionPurpose;
  /** When the browser returned; null when it has not. */
  readonly returnedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Its status. */
  readonly status: BankSessionStatus;
};

/** The purposes of a visit to a provider's page. */
export type BankSessionPurpose =
  /** To connect accounts. */
  | 'CONNECT'
  /** To manage bank logins. */
  | 'MANAGE'
  /** To confirm that new data may be fetched. */
  | 'SYNCHRONIZE';

/**
 * The status of a visit to a provider's page. The return of the browser does not prove that accounts were connected: use
 * the bank logins and their events.
 */
export type BankSessionStatus =
  /** The customer cancelled. */
  | 'EXITED'
  /** The browser has not returned in time. */
  | 'EXPIRED'
  /** The browser returned to `errorUrl`. */
  | 'FAILED'
  /** The browser has not returned. */
  | 'OPEN'
  /** It succeeded: the browser returned to `successUrl`, or the provider has connected or synchronized the data. */
  | 'SUCCEEDED';

/** The analysis to cancel. */
export type CancelAnalysisInput = {
  /** Id of the analysis (`ana_…`). At most 255 characters. */
  readonly analysisId: Scalars['ID']['input'];
};

/** The answer to `cancelAnalysis`. */
export type CancelAnalysisPayload = {
  /** The analysis as it is now; null when there are `userErrors`. */
  readonly analysis?: Maybe<Analysis>;
  /** Errors in the input. Empty on success. At most 10. */
  readonly userErrors: ReadonlyArray<InputProblem>;
};

/** The documents and analyses for one decision about an applicant. */
export type Case = {
  /** The analyses of the case, newest first, at most 200. */
  readonly analyses: ReadonlyArray<Analysis>;
  /** The applicant it is about. */
  readonly applicant: Applicant;
  /**
   * The decision about the documents by the last finished DOCUMENT_FRAUD analysis. One that ended COMPLETED takes precedence
   * over one of the same documents that ended PARTIAL, in any order. Null when there is none.
   */
  readonly decision?: Maybe<CaseDecision>;
  /** What the applicant declared, for providers that compare it with the documents; null when nothing was given. At most 100,000 characters. */
  readonly declared?: Maybe<Scalars['JSON']['output']>;
  /** The documents of the case in the order of their creation; the newest 200 when there are more. */
  readonly documents: ReadonlyArray<CaseDocument>;
  /** The events of the case, oldest first. */
  readonly events: ActivityEventConnection;
  /** Our id (`case_…`). */
  readonly id: Scalars['ID']['output'];
  /** When the case was opened. */
  readonly openedAt: Scalars['DateTime']['output'];
  /** Your own id of the case, not necessarily unique; null when none was given. At most 255 characters. */
  readonly reference?: Maybe<Scalars['String']['output']>;
  /** Providers' assessments of the applicant in this case, newest first, at most 100. */
  readonly riskAssessments: ReadonlyArray<RiskAssessment>;
  /** The state of each provider's data for this case: one entry for each product of each provider that is enabled or was used in it, at most 100. */
  readonly sources: ReadonlyArray<SourceState>;
  /** The bank statements found by the analyses of the case, latest period first; those without a period come last. */
  readonly statements: StatementConnection;
  /** The status of the case. It is derived from its analyses, so it becomes RUNNING again when another one is started. */
  readonly status: CaseStatus;
  /** When the case was last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** The purpose of the decision: your own text, or a name that a provider defines; null when none was given. At most 500 characters. */
  readonly useCase?: Maybe<Scalars['String']['output']>;
};


/** The documents and analyses for one decision about an applicant. */
export type CaseEventsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** The documents and analyses for one decision about an applicant. */
export type CaseStatementsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  includeDuplicates: Scalars['Boolean']['input'];
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of cases. */
export type CaseConnection = {
  /** The cases of the page with their cursors. */
  readonly edges: ReadonlyArray<CaseEdge>;
  /** The position of the page in its list. */
  readonly pageInfo: PageInfo;
  /** The number of cases in the whole list. Counted only when the field is selected. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A provider's decision about the documents of a case. `status`, `fraudRisk` and `validation` are all from the provider, and not derived from each other. */
export type CaseDecision = {
  /** The provider's findings, in its order. Empty when no explanation was requested. At most 50. */
  readonly alerts: ReadonlyArray<DecisionAlert>;
  /** Whether `status` follows from `fraudRisk` and `validation` by the provider's own rule. If not, the decision contradicts itself, and a person should check it. */
  readonly consistent: Scalars['Boolean']['output'];
  /** When it was decided according to the provider; otherwise when it was received. */
  readonly decidedAt: Scalars['DateTime']['output'];
  /** How likely it is that documents were forged. UNKNOWN unless the provider clearly says. */
  readonly fraudRisk: RiskLevel;
  /** The provider that decided. */
  readonly provider: DataProvider;
  /** The provider's own id of it; null when it has none. At most 255 characters. */
  readonly providerReference?: Maybe<Scalars['String']['output']>;
  /** The three values as the provider wrote them. */
  readonly providerWords: DecisionWords;
  /** The decision. REJECTED means that not everything is in order, which is not necessarily a suspicion of fraud: see `fraudRisk`. */
  readonly status: DecisionStatus;
  /** Whether the documents are the requested ones, and complete. */
  readonly validation: ValidationStatus;
};

/** A file of a case. */
export type CaseDocument = {
  /** Its length in bytes: the declared one until its bytes have arrived (null when none was declared), then the real one. */
  readonly byteSize?: Maybe<Scalars['Int']['output']>;
  /** The case it belongs to. */
  readonly case: Case;
  /** When it was created. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Its date, or the last day of its period; null when none was given. */
  readonly date?: Maybe<Scalars['Date']['output']>;
  /** Where its bytes can be downloaded unchanged; null unless it is STORED. Needs the scope `read:documents`. */
  readonly download?: Maybe<DownloadLink>;
  /** Its name as given. It is not sent to providers. At most 255 characters. */
  readonly fileName: Scalars['String']['output'];
  /** Our id (`doc_…`). */
  readonly id: Scalars['ID']['output'];
  /** Its kind. */
  readonly kind: DocumentKind;
  /** Its media type: the declared one until its bytes have arrived (null when none was declared), then the detected one. At most 255 characters. */
  readonly mediaType?: Maybe<Scalars['String']['output']>;
  /** The length of the period that it covers; null when none was given. */
  readonly period?: Maybe<DocumentPeriod>;
  /** Why its bytes were refused; null unless it is REJECTED. */
  readonly rejection?: Maybe<InputProblem>;
  /** SHA-256 of its bytes, 64 hexadecimal digits; null until they have arrived. At most 100 characters. */
  readonly sha256?: Maybe<Scalars['String']['output']>;
  /** Its status. */
  readonly status: DocumentStatus;
  /** When all its bytes had arrived; null before. */
  readonly storedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A case in a page. */
export type CaseEdge = {
  /** Its place in the list. At most 2,000 characters. */
  readonly cursor: Scalars['String']['output'];
  /** The case. */
  readonly node: Case;
};

/** A filter of cases. An item must match all given members; an empty list matches nothing. */
export type CaseFilter = {
  /** Only cases of this applicant (`app_…`). At most 255 characters. */
  readonly applicantId?: InputMaybe<Scalars['ID']['input']>;
  /** Only cases opened in this period. */
  readonly openedAt?: InputMaybe<DateTimeRange>;
  /** Only cases with exactly this reference. At most 255 characters. */
  readonly reference?: InputMaybe<Scalars['String']['input']>;
  /** Only cases in one of these statuses. */
  readonly statuses?: InputMaybe<ReadonlyArray<CaseStatus>>;
  /** Only cases last changed in this period. */
  readonly updatedAt?: InputMaybe<DateTimeRange>;
  /** Only cases with exactly one of these use cases; at most 20 use cases. At most 500 characters. */
  readonly useCases?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** The orders of cases. */
export type CaseOrder =
  /** By the time they were opened, oldest first. */
  | 'OPENED_AT_ASC'
  /** By the time they were opened, newest first. */
  | 'OPENED_AT_DESC'
  /** By the time of their last change, oldest first. */
  | 'UPDATED_AT_ASC'
  /** By the time of their last change, newest first. */
  | 'UPDATED_AT_DESC';

/** The status of a case. A retry replaces the analysis that it retries; cancelled analyses do not count. */
export type CaseStatus =
  /** An analysis waits for an action of a person. */
  | 'ACTION_REQUIRED'
  /** Every analysis is complete. */
  | 'COMPLETED'
  /** Every analysis failed. */
  | 'FAILED'
  /** No analysis was started yet. */
  | 'OPEN'
  /** All analyses have ended, but not all are complete. */
  | 'PARTIAL'
  /** An analysis is running. */
  | 'RUNNING';

/** The length of a period. Periods are calendar periods; the first and the last are cut to the requested range. */
export type CashFlowInterval =
  /** One day. */
  | 'DAY'
  /** Calendar month. */
  | 'MONTH'
  /** Quarter of the calendar year. */
  | 'QUARTER'
  /** ISO 8601 week, Monday to Sunday. */
  | 'WEEK'
  /** Calendar year. */
  | 'YEAR';

/** Money in and out within one period, in one currency. */
export type CashFlowPeriod = {
  /** The currency of the three sums. Different currencies are never added up. */
  readonly currency: Scalars['CurrencyCode']['output'];
  /** The first day of the calendar period, or of the requested range if that is later. */
  readonly from: Scalars['Date']['output'];
  /** The sum of the money in: positive or zero. */
  readonly moneyIn: Scalars['Decimal']['output'];
  /** The sum of the money out: negative or zero. */
  readonly moneyOut: Scalars['Decimal']['output'];
  /** `moneyIn` plus `moneyOut`. */
  readonly net: Scalars['Decimal']['output'];
  /** The last day of the calendar period, or of the requested range if that is earlier. */
  readonly to: Scalars['Date']['output'];
  /** The number of booked transactions counted. */
  readonly transactionCount: Scalars['Int']['output'];
};

/** A company as a provider's directory lists it. */
export type Company = {
  /** Its address in one line; null when the directory does not say. At most 500 characters. */
  readonly address?: Maybe<Scalars['String']['output']>;
  /** Its SEPA creditor identifiers, at most 20. At most 100 characters. */
  readonly creditorIds: ReadonlyArray<Scalars['String']['output']>;
  /** IBANs of its accounts, at most 20. Needs the scope `read:account-numbers`. At most 100 characters. */
  readonly ibans?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Its logo; null when the directory has none. */
  readonly logo?: Maybe<Logo>;
  /** Its name. At most 500 characters. */
  readonly name: Scalars['String']['output'];
  /** When the directory answered. */
  readonly retrievedAt: Scalars['DateTime']['output'];
  /** Whether that is more than a day ago, because the directory did not answer the last query. */
  readonly stale: Scalars['Boolean']['output'];
};

/** The number of a company in a public register. */
export type CompanyRegistration = {
  /** The register. */
  readonly scheme: RegistrationScheme;
  /** The number, as given. At most 500 characters. */
  readonly value: Scalars['String']['output'];
};

/** The number of a company in a public register. */
export type CompanyRegistrationInput = {
  /** The register. */
  readonly scheme: RegistrationScheme;
  /** The number. At most 500 characters. */
  readonly value: Scalars['String']['input'];
};

/** The accounts to connect. */
export type ConnectBankInput = {
  /** Id of the applicant (`app_…`). At most 255 characters. */
  readonly applicantId: Scalars['ID']['input'];
  /** Where the browser goes after a failure. REDIRECT_NOT_ALLOWED unless it is among your allowed addresses. */
  readonly errorUrl: Scalars['URL']['input'];
  /** Where the browser goes when the customer cancelled. REDIRECT_NOT_ALLOWED unless it is among your allowed addresses. */
  readonly exitUrl: Scalars['URL']['input'];
  /** A repeated request with the same key and input returns the same session. At most 255 characters. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The provider, such as `finoos`; when absent, the first one that connects accounts. At most 255 characters. */
  readonly provider?: InputMaybe<Scalars['ID']['input']>;
  /** Whether the provider may continue to read the accounts afterwards; when absent or false, it reads them only once. */
  readonly recurring?: InputMaybe<Scalars['Boolean']['input']>;
  /** Where the browser goes after an account was connected. REDIRECT_NOT_ALLOWED unless it is among your allowed addresses. */
  readonly successUrl: Scalars['URL']['input'];
};

/** The answer to `connectBank`. */
export type ConnectBankPayload = {
  /** The provider's page. Give it only to the customer: whoever opens it acts for them. Null when there are `userErrors`. */
  readonly redirectUrl?: Maybe<Scalars['URL']['output']>;
  /** The visit to that page; null when there are `userErrors`. */
  readonly session?: Maybe<BankSession>;
  /** Errors in the input. Empty on success. At most 10. */
  readonly userErrors: ReadonlyArray<InputProblem>;
};

/** An invitation to a customer to give their bank statements to a provider directly. */
export type Consent = {
  /** The analysis of the statements. After it is cancelled (`cancelAnalysis`), the link may still work at the provider. */
  readonly analysis: Analysis;
  /** Until when the customer can accept it; null when the provider sets no end, or has not created the invitation yet. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Our id (`con_…`). */
  readonly id: Scalars['ID']['output'];
  /**
   * The page on which the customer does so. Give it only to the customer: whoever opens it acts for them. Null until the
   * provider has created the invitation, for which `requestConsent` waits at most 5 seconds: follow
   * `analysisUpdated`.
   */
  readonly joinUrl?: Maybe<Scalars['URL']['output']>;
  /** Its status. */
  readonly status: ConsentStatus;
};

/** The status of an invitation. */
export type ConsentStatus =
  /** It was cancelled on request. */
  | 'CANCELLED'
  /** The customer did not accept it in time. */
  | 'EXPIRED'
  /** It failed: see the error of the analysis. */
  | 'FAILED'
  /** The customer has accepted it: statements arrived. Their progress is in the analysis. */
  | 'GIVEN'
  /** The customer has not accepted it yet. */
  | 'PENDING'
  /** The provider is being asked to create it. */
  | 'REQUESTED';

/** The other party of a transaction. Each field is null when the provider does not say. */
export type Counterparty = {
  /** Business Identifier Code of the bank. At most 50 characters. */
  readonly bic?: Maybe<Scalars['String']['output']>;
  /** SEPA creditor identifier of a direct debit. At most 100 characters. */
  readonly creditorId?: Maybe<Scalars['String']['output']>;
  /** International Bank Account Number in full. Needs the scope `read:account-numbers`. At most 100 characters. */
  readonly iban?: Maybe<Scalars['String']['output']>;
  /**
   * The logo of the company, which a provider finds by IBAN, creditor identifier or name and which is cached for a week.
   * Null when there is none, and when the provider does not answer within 5 seconds.
   */
  readonly logo?: Maybe<Logo>;
  /** The IBAN with all but its country code and its last four characters hidden. At most 100 characters. */
  readonly maskedIban?: Maybe<Scalars['String']['output']>;
  /** Name. At most 500 characters. */
  readonly name?: Maybe<Scalars['String']['output']>;
};

/** A token for one applicant. */
export type CreateAccessTokenInput = {
  /** Id of the applicant (`app_…`). At most 255 characters. */
  readonly applicantId: Scalars['ID']['input'];
  /** How long it is valid, in seconds: from 1 to 3,600. */
  readonly expiresInSeconds: Scalars['Int']['input'];
  /** The scopes of the token: at least one, and only scopes that the caller has. Each at most 100 characters. */
  readonly scopes: ReadonlyArray<Scalars['String']['input']>;
};

/** The answer to `createAccessToken`. */
export type CreateAccessTokenPayload = {
  /** The token; null when there are `userErrors`. */
  readonly accessToken?: Maybe<AccessToken>;
  /** Errors in the input. Empty on success. At most 10. */
  readonly userErrors: ReadonlyArray<InputProblem>;
};

/** The applicant to create. */
export type CreateApplicantInput = {
  /** The applicant's name. At most 500 characters. */
  readonly displayName?: InputMaybe<Scalars['String']['input']>;
  /** A repeated request with the same key and input returns the same applicant. At most 255 characters. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Whether it is a person or a company. */
  readonly kind: ApplicantKind;
  /** Your own id of the applicant: unique within the tenant, never changes. Our id when absent. At most 255 characters. */
  readonly reference?: InputMaybe<Scalars['String']['input']>;
  /** The number of a company in a public register. */
  readonly registration?: InputMaybe<CompanyRegistrationInput>;
};

/** The answer to `createApplicant`. */
export type CreateApplicantPayload = {
  /** The new applicant; null when there are `userErrors`. */
  readonly applicant?: Maybe<Applicant>;
  /** Errors in the input. Empty on success. At most 10. */
  readonly userErrors: ReadonlyArray<InputProblem>;
};

/** The document to upload. */
export type CreateDocumentUploadInput = {
  /** Its length in bytes, so that one that is too large is refused before it is sent. */
  readonly byteSize?: InputMaybe<Scalars['Int']['input']>;
  /** The case it belongs to (`case_…`). At most 255 characters. */
  readonly caseId: Scalars['ID']['input'];
  /** Its date, or the last day of its period. */
  readonly date?: InputMaybe<Scalars['Date']['input']>;
  /** Its name, for display. It is not sent to providers. At most 255 characters. */
  readonly fileName: Scalars['String']['input'];
  /** A repeated request with the same key and input returns the same document. At most 255 characters. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Its kind; a bank statement when absent. */
  readonly kind?: InputMaybe<DocumentKind>;
  /** Its media type, so that one that is not accepted is refused before it is sent. At most 255 characters. */
  readonly mediaType?: InputMaybe<Scalars['String']['input']>;
  /** The length of the period that it covers. */
  readonly period?: InputMaybe<DocumentPeriod>;
};

/** The answer to `createDocumentUpload`. */
export type CreateDocumentUploadPayload = {
  /** The created document; null when there are `userErrors`. */
  readonly document?: Maybe<CaseDocument>;
  /** How to send its bytes; null when there are `userErrors`. */
  readonly upload?: Maybe<DocumentUpload>;
  /** Errors in the input. Empty on success. At most 10. */
  readonly userErrors: ReadonlyArray<InputProblem>;
};

/** The direction of money, from the account holder's point of view. */
export type CreditDebit =
  /** Into the account. */
  | 'CREDIT'
  /** Out of the account. */
  | 'DEBIT';

/** A source of data about applicants, as the calling tenant sees it. */
export type DataProvider = {
  /**
   * Its other features. Empty when it has none. `consents`: it invites customers, see `requestConsent`. `banks`: it has
   * a list of banks, see `Query.banks`. `bankLogins`: it connects accounts at banks, see `connectBank`. `companies`: it
   * has a directory of companies, see `Query.companies`. `logos`: it has logos of companies, see `Counterparty.logo`.
   * `paymentPartners`: it finds who pays a company and whom it pays, see `Applicant.paymentPartners`. `shipments`: it
   * sends letters and faxes, see `sendLetter`. `erase`: it deletes data, see `eraseApplicant`. `checkCredentials`: its
   * credentials can be checked without cost. `registerWebhook`: our webhook address is registered by an API call. At
   * most 50. At most 100 characters.
   */
  readonly capabilities: ReadonlyArray<Scalars['String']['output']>;
  /** Whether it can be used: it has credentials, or is simulated. */
  readonly enabled: Scalars['Boolean']['output'];
  /** Its recent health, as seen by all servers of the deployment: for the tenant's own account, if it has one. */
  readonly health: ProviderHealth;
  /** The time of the last call that `health` is based on. Null when there was none. */
  readonly healthCheckedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The reason for `health`, as a sentence. Null while it is HEALTHY or UNKNOWN. At most 2,000 characters. */
  readonly healthReason?: Maybe<Scalars['String']['output']>;
  /** Its id, such as `finovox`. The same in every deployment. */
  readonly id: Scalars['ID']['output'];
  /** Its display name. At most 500 characters. */
  readonly name: Scalars['String']['output'];
  /**
   * The options of `startAnalysis` that it accepts for one of its products: `explanation`, `shareLink`, and `password`
   * for passwords of documents. At most 10. At most 100 characters.
   */
  readonly options: ReadonlyArray<Scalars['String']['output']>;
  /** The products that it offers, at most 10. */
  readonly products: ReadonlyArray<AnalysisProduct>;
  /** Whether a simulator replaces it. Its data is then invented. */
  readonly simulated: Scalars['Boolean']['output'];
};

/** A range of days, both ends included. */
export type DateRange = {
  /** The first day; absent or null for no lower bound. */
  readonly from?: InputMaybe<Scalars['Date']['input']>;
  /** The last day, not before `from`; absent or null for no upper bound. */
  readonly to?: InputMaybe<Scalars['Date']['input']>;
};

/** A range of instants, both ends included. */
export type DateTimeRange = {
  /** The first instant; absent or null for no lower bound. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** The last instant, not before `from`; absent or null for no upper bound. */
  readonly to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A range of signed amounts, both ends included: money out is negative. */
export type DecimalRange = {
  /** The largest amount, not below `min`; absent or null for no upper bound. */
  readonly max?: InputMaybe<Scalars['Decimal']['input']>;
  /** The smallest amount; absent or null for no lower bound. */
  readonly min?: InputMaybe<Scalars['Decimal']['input']>;
};

/** A finding of a provider about documents. */
export type DecisionAlert = {
  /** The documents concerned. Empty when the provider names none. At most 200. */
  readonly documents: ReadonlyArray<CaseDocument>;
  /** The finding, once per language. Empty when the provider gave no text. At most 20. */
  readonly messages: ReadonlyArray<LocalizedText>;
  /** The provider's own name of the kind of check; null when it gave none. At most 200 characters. */
  readonly providerSource?: Maybe<Scalars['String']['output']>;
  /** The kind of check that found it. */
  readonly source: AlertSource;
};

/** The decisions about a case. */
export type DecisionStatus =
  /** Everything is in order. */
  | 'APPROVED'
  /** The provider returned another value, or none. */
  | 'OTHER'
  /** Something is not in order. */
  | 'REJECTED';

/** A decision as the provider wrote it. */
export type DecisionWords = {
  /** Its value for `fraudRisk`; null when it gave none. At most 200 characters. */
  readonly fraudRisk?: Maybe<Scalars['String']['output']>;
  /** Its value for `status`; null when it gave none. At most 200 characters. */
  readonly status?: Maybe<Scalars['String']['output']>;
  /** Its value for `validation`; null when it gave none. At most 200 characters. */
  readonly validation?: Maybe<Scalars['String']['output']>;
};

/** The bank login to remove. */
export type DeleteBankLoginInput = {
  /** Id of the bank login (`blg_…`). At most 255 characters. */
  readonly bankLoginId: Scalars['ID']['input'];
  /**
   * The customer's public IP address, such as `203.0.113.7`, which is sent to the bank. When absent, the address from
   * which this request comes. Private and loopback addresses are refused. At most 100 characters.
   */
  readonly userIp?: InputMaybe<Scalars['String']['input']>;
};

/** The answer to `deleteBankLogin`. */
export type DeleteBankLoginPayload = {
  /** The removed login; null when there are `userErrors`. */
  readonly bankLogin?: Maybe<BankLogin>;
  /** Errors in the input. Empty on success. At most 10. */
  readonly userErrors: ReadonlyArray<InputProblem>;
};

/** The applicant whose bank logins to remove. */
export type DisconnectBankInput = {
  /** Id of the applicant (`app_…`). At most 255 characters. */
  readonly applicantId: Scalars['ID']['input'];
  /** The provider, such as `finoos`; when absent, the one at which the applicant has logins. At most 255 characters. */
  readonly provider?: InputMaybe<Scalars['ID']['input']>;
  /**
   * The customer's public IP address, such as `203.0.113.7`, which is sent to the bank. When absent, the address from
   * which this request comes. Private and loopback addresses are refused. At most 100 characters.
   */
  readonly userIp?: InputMaybe<Scalars['String']['input']>;
};

/** The answer to `disconnectBank`. */
export type DisconnectBankPayload = {
  /** The applicant, without bank logins; null when there are `userErrors`. */
  readonly applicant?: Maybe<Applicant>;
  /** Errors in the input. Empty on success. At most 10. */
  readonly userErrors: ReadonlyArray<InputProblem>;
};

/** The kinds of documents. */
export type DocumentKind =
  /** A bank statement. */
  | 'BANK_STATEMENT'
  /** Anything else. */
  | 'OTHER';

/** The length of the period that a document covers. */
export type DocumentPeriod =
  /** A month. */
  | 'MONTH'
  /** Three months. */
  | 'QUARTER'
  /** Six months. */
  | 'SEMESTER'
  /** Twelve months. */
  | 'YEAR';

/** The result of one document of an analysis. */
export type DocumentResult = {
  /** The document. */
  readonly document: CaseDocument;
  /**
   * Why it failed, was read only in part, or cannot be used before `action` is done; otherwise null. Also
   * PROVIDER_BAD_RESPONSE when the provider returned impossible values (a day of the year 0, a count beyond 2^31, an
   * account number of 4,000 characters): `message` lists the members that are null because of this. The status is PARTIAL
   * when something was left out or cut, such as a transaction without a readable amount.
   */
  readonly error?: Maybe<AnalysisError>;
  /** The bank statements that this analysis found in it, at most 100. */
  readonly statements: ReadonlyArray<Statement>;
  /** The status of its result. */
  readonly status: DocumentResultStatus;
};

/** The status of a document in an analysis. */
export type DocumentResultStatus =
  /** It was read. */
  | 'COMPLETED'
  /** It could not be used. */
  | 'FAILED'
  /** It was read only in part. */
  | 'PARTIAL'
  /** Nothing is known of it. In an ended analysis: it ended before the document was read. */
  | 'PENDING';

/** The status of a document. */
export type DocumentStatus =
  /** Its bytes have not arrived yet. */
  | 'AWAITING_UPLOAD'
  /** Its bytes were erased. When its applicant is erased, the document no longer exists at all. */
  | 'ERASED'
  /** Its bytes have arrived and were refused: see `rejection`. */
  | 'REJECTED'
  /** Its bytes are stored unchanged. */
  | 'STORED';

/**
 * How to send the bytes of a document. The URL needs no other credentials, can be used again after a failed attempt,
 * and becomes invalid once the bytes have arrived.
 */
export type DocumentUpload = {
  /** When the URL expires. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** The headers to send, at most 20. */
  readonly headers: ReadonlyArray<UploadHeader>;
  /** The HTTP method to use: `PUT`. At most 100 characters. */
  readonly method: Scalars['String']['output'];
  /** Where to send the bytes. Keep it secret. */
  readonly url: Scalars['URL']['output'];
};

/** A temporary address to download a file. */
export type DownloadLink = {
  /** When `url` expires. A new query returns a new one. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** The address for a GET request without other credentials. Keep it secret: whoever has it can download the file. It becomes invalid when the file is erased. */
  readonly url: Scalars['URL']['output'];
};

/** The applicant to erase. */
export type EraseApplicantInput = {
  /** Id of the applicant (`app_…`). At most 255 characters. */
  readonly applicantId: Scalars['ID']['input'];
};

/** The answer to `eraseApplicant`. */
export type EraseApplicantPayload = {
  /** The state of the erasure; null when there are `userErrors`. */
  readonly erasure?: Maybe<Erasure>;
  /** Errors in the input. Empty on success. At most 10. */
  readonly userErrors: ReadonlyArray<InputProblem>;
};

/** The state of the erasure of an applicant, here and at the providers as far as they support it. */
export type Erasure = {
  /** Whether nothing is known to remain. */
  readonly complete: Scalars['Boolean']['output'];
  /** What remains, and why, at most 50 entries. */
  readonly remaining: ReadonlyArray<ErasureRemainder>;
};

/** Data of an erased applicant that is not yet deleted. */
export type ErasureRemainder = {
  /** Why, in English for developers. Never contains personal data. At most 2,000 characters. */
  readonly message: Scalars['String']['output'];
  /** The provider that has it; null for our own files that could not be deleted yet, which is retried every few minutes. */
  readonly provider?: Maybe<DataProvider>;
  /**
   * Why it remains. CAPABILITY_UNSUPPORTED: the provider cannot delete it by API; ask the provider to delete the references.
   * SUBMISSION_OUTCOME_UNKNOWN: a submission may have reached the provider, so it may have more than the references.
   * CONFLICT: another applicant's analysis needs it too. Otherwise the deletion failed: repeat `eraseApplicant`.
   */
  readonly reason: ErrorCode;
  /** The provider's own ids of this data; empty when none are known. The first 1,000. At most 255 characters. */
  readonly references: ReadonlyArray<Scalars['String']['output']>;
};

/**
 * All error codes: a closed list, the same in `InputProblem.code`, `AnalysisError.code` and
 * `errors[].extensions.code`. Each description has the meaning of the code, then what to do.
 */
export type ErrorCode =
  /**
   * The request or a value in it is invalid.
   *
   * Correct it: `message` says what is wrong, `field` where.
   */
  | 'BAD_USER_INPUT'
  /**
   * The statement is from another bank than `bankName`.
   *
   * Correct `bankName`, or ask for the other statement.
   */
  | 'BANK_MISMATCH'
  /**
   * The bank that issued the statement could not be recognised.
   *
   * Ask for the original file from the bank. Give the bank as `bankName` if the provider uses it.
   */
  | 'BANK_UNDETECTED'
  /**
   * The provider does not offer this.
   *
   * Use one that does: see `dataProviders`.
   */
  | 'CAPABILITY_UNSUPPORTED'
  /**
   * It conflicts with existing data, such as a reference that is already used.
   *
   * Load the existing object, and continue with it.
   */
  | 'CONFLICT'
  /**
   * The invitation to consent has expired.
   *
   * Send another one with `requestConsent`.
   */
  | 'CONSENT_EXPIRED'
  /**
   * Events after this cursor were purged.
   *
   * Query the current state, then follow without a cursor.
   */
  | 'CURSOR_EXPIRED'
  /**
   * The provider, or the upload of a document, took too long.
   *
   * Retry: `retryAnalysis`, or send the document again.
   */
  | 'DEADLINE_EXCEEDED'
  /**
   * The document has no content.
   *
   * Ask for another file.
   */
  | 'DOCUMENT_EMPTY'
  /**
   * The document is damaged, or not of the type that it claims.
   *
   * Ask for another file.
   */
  | 'DOCUMENT_INVALID'
  /**
   * The document is a scan or a photo, but the original file is needed.
   *
   * Ask for the original file from the bank.
   */
  | 'DOCUMENT_IS_IMAGE'
  /**
   * The bytes of the document have not arrived yet.
   *
   * Send them, and retry when the document is STORED.
   */
  | 'DOCUMENT_NOT_READY'
  /**
   * The document is protected by a password, and the provider cannot open it.
   *
   * Ask for the file without password protection, upload it, and pass it to `retryAnalysis`. When `action.type` is PROVIDE_PASSWORD, pass the password to `retryAnalysis` instead.
   */
  | 'DOCUMENT_PASSWORD_INCORRECT'
  /**
   * The document has more bytes than are accepted.
   *
   * Ask for a smaller file.
   */
  | 'DOCUMENT_TOO_LARGE'
  /**
   * Documents of this type are not accepted.
   *
   * Ask for another type of file, preferably a PDF.
   */
  | 'DOCUMENT_TYPE_UNSUPPORTED'
  /**
   * The credential lacks a scope; the message names it.
   *
   * Use a credential with the scope.
   */
  | 'FORBIDDEN'
  /**
   * The idempotency key was already used with another input.
   *
   * Use a new key for a new request.
   */
  | 'IDEMPOTENCY_CONFLICT'
  /**
   * An internal error of this service.
   *
   * Retry later. If it happens again, tell the operator the `correlationId`.
   */
  | 'INTERNAL'
  /**
   * It is not possible in the current state of the object.
   *
   * Load the object again. `allowedActions` of an analysis lists the possible actions.
   */
  | 'INVALID_STATE'
  /**
   * An object in the input does not exist for this caller.
   *
   * Check the id. The object may be erased, or belong to another tenant.
   */
  | 'NOT_FOUND'
  /**
   * The provider's answer differs from its documentation.
   *
   * Retry later. If it happens again, tell the operator the `correlationId`.
   */
  | 'PROVIDER_BAD_RESPONSE'
  /**
   * Our credentials at the provider do not allow this.
   *
   * Tell the operator: the account at the provider lacks a permission.
   */
  | 'PROVIDER_FORBIDDEN'
  /**
   * The provider is unknown, or not enabled for this tenant.
   *
   * Use one that is `enabled` in `dataProviders`.
   */
  | 'PROVIDER_NOT_CONFIGURED'
  /**
   * The quota bought from the provider is used up.
   *
   * Tell the operator to buy more.
   */
  | 'PROVIDER_QUOTA_EXCEEDED'
  /**
   * The provider accepts no more calls for now.
   *
   * Retry after `retryAfterSeconds`.
   */
  | 'PROVIDER_RATE_LIMITED'
  /**
   * The provider refused the request; `providerCode` has its reason.
   *
   * Do not repeat the request. Tell the operator the reason.
   */
  | 'PROVIDER_REJECTED'
  /**
   * The session at the provider has ended.
   *
   * Start again with the provider.
   */
  | 'PROVIDER_SESSION_EXPIRED'
  /**
   * The provider did not answer in time.
   *
   * Retry later.
   */
  | 'PROVIDER_TIMEOUT'
  /**
   * The provider does not accept our credentials.
   *
   * Tell the operator to renew them.
   */
  | 'PROVIDER_UNAUTHORIZED'
  /**
   * The provider cannot be reached, or reports an internal error.
   *
   * Retry later. Stored data can be read in the meantime.
   */
  | 'PROVIDER_UNAVAILABLE'
  /**
   * The query is too deep, too broad or requests too much at once.
   *
   * Request less, or use several queries; the message names the limit.
   */
  | 'QUERY_TOO_COMPLEX'
  /**
   * Too many requests to us, or too many subscriptions at once.
   *
   * Retry after `retryAfterSeconds`, if it is given, or end a subscription that you no longer need.
   */
  | 'RATE_LIMITED'
  /**
   * The return address is not among the allowed addresses.
   *
   * Use an allowed one, or ask the operator to allow it.
   */
  | 'REDIRECT_NOT_ALLOWED'
  /**
   * The provider no longer keeps the result.
   *
   * Request it again with `retryAnalysis`.
   */
  | 'RESULT_EXPIRED'
  /**
   * The provider already has this statement.
   *
   * Look for it in an earlier analysis. Sending it again has no effect.
   */
  | 'STATEMENT_DUPLICATE'
  /**
   * The statement is not from the requested period.
   *
   * Ask for a statement of that period.
   */
  | 'STATEMENT_OUT_OF_RANGE'
  /**
   * The provider cannot read statements of this bank in this form.
   *
   * Ask for the statement in another form, or use another provider.
   */
  | 'STATEMENT_UNSUPPORTED_FORMAT'
  /**
   * The connection broke while documents were submitted or a customer was invited, so it is not known whether the
   * provider processed it.
   *
   * Decide whether to retry: then it may be processed, and charged, twice.
   */
  | 'SUBMISSION_OUTCOME_UNKNOWN'
  /**
   * There is no credential, or it is invalid.
   *
   * Get a new token, or use another key.
   */
  | 'UNAUTHENTICATED';

/** A filter of events. An item must match all given members; an empty list matches nothing. */
export type EventFilter = {
  /** Only events of this analysis (`ana_…`). At most 255 characters. */
  readonly analysisId?: InputMaybe<Scalars['ID']['input']>;
  /** Only events about this applicant (`app_…`). At most 255 characters. */
  readonly applicantId?: InputMaybe<Scalars['ID']['input']>;
  /** Only events about this bank login (`blg_…`). At most 255 characters. */
  readonly bankLoginId?: InputMaybe<Scalars['ID']['input']>;
  /** Only events of this case (`case_…`). At most 255 characters. */
  readonly caseId?: InputMaybe<Scalars['ID']['input']>;
  /** Only events about this letter or fax (`shp_…`). At most 255 characters. */
  readonly shipmentId?: InputMaybe<Scalars['ID']['input']>;
  /** Only events of one of these types. */
  readonly types?: InputMaybe<ReadonlyArray<EventType>>;
};

/** What caused an event. */
export type EventSource =
  /** The return of a browser. */
  | 'CALLBACK'
  /** A query to the provider. */
  | 'POLL'
  /** A request to this API. */
  | 'REQUEST'
  /** A scheduled time. */
  | 'SCHEDULE'
  /** A webhook call of the provider. */
  | 'WEBHOOK';

/** The types of events. */
export type EventType =
  /** An analysis waits for an action of a person. */
  | 'ANALYSIS_ACTION_REQUIRED'
  /** An analysis was cancelled on request. */
  | 'ANALYSIS_CANCELLED'
  /** An analysis is complete. */
  | 'ANALYSIS_COMPLETED'
  /** An analysis failed. */
  | 'ANALYSIS_FAILED'
  /** An analysis ended with an incomplete result. */
  | 'ANALYSIS_PARTIAL'
  /** An analysis reached another status or stage that is not final, or its `obstacle` changed. */
  | 'ANALYSIS_PROGRESSED'
  /** An analysis was requested. */
  | 'ANALYSIS_QUEUED'
  /** An applicant was created. */
  | 'APPLICANT_CREATED'
  /** An applicant was erased with all its data. Comes after the cancellation of running analyses. */
  | 'APPLICANT_ERASED'
  /** A bank login gives access to other accounts than before. */
  | 'BANK_LOGIN_ACCOUNTS_CHANGED'
  /** The customer has to sign in at the bank before new data of a bank login can be read. */
  | 'BANK_LOGIN_ACTION_REQUIRED'
  /** A bank login was connected, or connected again after it was removed. */
  | 'BANK_LOGIN_CONNECTED'
  /** A bank could not be connected, or the provider cannot fetch new data of a bank login. */
  | 'BANK_LOGIN_FAILED'
  /** A bank login was removed. The data read from it is kept. */
  | 'BANK_LOGIN_REMOVED'
  /** New data of a bank login was read, such as transactions or balances. */
  | 'BANK_LOGIN_SYNCHRONIZED'
  /** A case was opened. */
  | 'CASE_OPENED'
  /** Every analysis of a case has ended. Repeated when a later analysis has ended. */
  | 'CASE_SETTLED'
  /** The bytes of a document have arrived and were refused. */
  | 'DOCUMENT_REJECTED'
  /** The bytes of a document have arrived. */
  | 'DOCUMENT_STORED'
  /** The provider reports that a letter or fax was delivered. */
  | 'SHIPMENT_DELIVERED'
  /** A letter or fax was not sent, or not delivered. */
  | 'SHIPMENT_FAILED'
  /** A letter or fax was requested. */
  | 'SHIPMENT_QUEUED'
  /** A letter or fax was submitted to the provider. */
  | 'SHIPMENT_SENT'
  /** The provider has not reported in time whether a letter or fax was delivered. It may still do so. */
  | 'SHIPMENT_UNCONFIRMED';

/** How sure a provider is of a result, each from 0 to 1; null when it does not say. */
export type ExtractionConfidence = {
  /** Of the interpretation of the text. */
  readonly extraction?: Maybe<Scalars['Decimal']['output']>;
  /** Of the recognition of characters. */
  readonly ocr?: Maybe<Scalars['Decimal']['output']>;
  /** Of the whole. */
  readonly overall?: Maybe<Scalars['Decimal']['output']>;
};

/** Accounts that were read elsewhere. */
export type ImportBankLoginsInput = {
  /** Id of the applicant (`app_…`). At most 255 characters. */
  readonly applicantId: Scalars['ID']['input'];
  /** For REPLACE: true to allow that logins which are not in the import are removed. Without it such an import is refused with INVALID_STATE. */
  readonly confirm?: InputMaybe<Scalars['Boolean']['input']>;
  /** The same key with the same input answers the same again, so a request may be repeated. At most 255 characters. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * The logins, at most 50. A request has at most 1 MiB and at most 1,000 entries per list, so many transactions need several
   * imports, all after the first with MERGE.
   */
  readonly logins: ReadonlyArray<ImportedLoginInput>;
  /** What happens to the existing logins. */
  readonly mode: ImportMode;
  /** The provider, such as `finoos`; when absent, the first one that supports imports. At most 255 characters. */
  readonly provider?: InputMaybe<Scalars['ID']['input']>;
};

/** The answer to `importBankLogins`. */
export type ImportBankLoginsPayload = {
  /** All connected bank logins of the applicant, at most 100; null when there are `userErrors`. */
  readonly bankLogins?: Maybe<ReadonlyArray<BankLogin>>;
  /** Errors in the input. Empty on success. At most 100; if there are more, the last one gives their number. */
  readonly userErrors: ReadonlyArray<InputProblem>;
};

/** What happens to the existing logins. */
export type ImportMode =
  /** They are kept; logins and accounts with the same ids are updated. */
  | 'MERGE'
  /** They are removed: afterwards there are only the imported logins. */
  | 'REPLACE';

/** An account that was read elsewhere. */
export type ImportedAccountInput = {
  /** Its balance, negative when it is overdrawn. */
  readonly balance?: InputMaybe<Scalars['Decimal']['input']>;
  /** The amount by which it may be overdrawn: positive or zero. */
  readonly creditLine?: InputMaybe<Scalars['Decimal']['input']>;
  /** Its currency, also of the amounts of the account itself. */
  readonly currency: Scalars['CurrencyCode']['input'];
  /** Its IBAN: the form is checked, not the check digits. At most 100 characters. */
  readonly iban?: InputMaybe<Scalars['String']['input']>;
  /** Your id of it, unique among all accounts of the import. At most 255 characters. */
  readonly id: Scalars['ID']['input'];
  /** The amount that may be spent in a month: positive or zero. */
  readonly monthlySpendingLimit?: InputMaybe<Scalars['Decimal']['input']>;
  /** Its name. At most 500 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Its account number at the bank. At most 100 characters. */
  readonly number?: InputMaybe<Scalars['String']['input']>;
  /** Who owns it. At most 500 characters. */
  readonly owner?: InputMaybe<Scalars['String']['input']>;
  /** The holdings of a securities account, at most 500. */
  readonly securities?: InputMaybe<ReadonlyArray<ImportedSecurityInput>>;
  /** Its standing orders, at most 200. */
  readonly standingOrders?: InputMaybe<ReadonlyArray<ImportedStandingOrderInput>>;
  /** Its transactions, at most 20,000 of all accounts. */
  readonly transactions?: InputMaybe<ReadonlyArray<ImportedTransactionInput>>;
  /** What kind of account it is. */
  readonly type: AccountType;
};

/** The bank of a login that was read elsewhere. */
export type ImportedBankInput = {
  /** Its national code, such as a Bankleitzahl. At most 50 characters. */
  readonly bankCode?: InputMaybe<Scalars['String']['input']>;
  /** Its BIC (ISO 9362). At most 50 characters. */
  readonly bic?: InputMaybe<Scalars['String']['input']>;
  /** Its name. At most 500 characters. */
  readonly name: Scalars['String']['input'];
};

/** The other party of a transaction that was read elsewhere. */
export type ImportedCounterpartyInput = {
  /** Business Identifier Code of the bank. At most 50 characters. */
  readonly bic?: InputMaybe<Scalars['String']['input']>;
  /** SEPA creditor identifier of a direct debit. At most 100 characters. */
  readonly creditorId?: InputMaybe<Scalars['String']['input']>;
  /** International Bank Account Number. At most 100 characters. */
  readonly iban?: InputMaybe<Scalars['String']['input']>;
  /** Name. At most 500 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
};

/** A login that was read elsewhere. */
export type ImportedLoginInput = {
  /** Its accounts, at most 50. */
  readonly accounts: ReadonlyArray<ImportedAccountInput>;
  /** The bank. */
  readonly bank: ImportedBankInput;
  /** Your id of it, unique among the logins. At most 255 characters. */
  readonly id: Scalars['ID']['input'];
};

/** A holding that was read elsewhere. */
export type ImportedSecurityInput = {
  /** The currency of the amounts. */
  readonly currency: Scalars['CurrencyCode']['input'];
  /** The exchange rate for a conversion from another currency. */
  readonly exchangeRate?: InputMaybe<Scalars['Decimal']['input']>;
  /** Your id of it, unique among the holdings of its account. At most 255 characters. */
  readonly id: Scalars['ID']['input'];
  /** International Securities Identification Number. At most 100 characters. */
  readonly isin?: InputMaybe<Scalars['String']['input']>;
  /** The market where it is traded. At most 200 characters. */
  readonly market?: InputMaybe<Scalars['String']['input']>;
  /** Its name. At most 500 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** The current price of one unit. */
  readonly price?: InputMaybe<Scalars['Decimal']['input']>;
  /** The price of one unit when it was bought. */
  readonly purchasePrice?: InputMaybe<Scalars['Decimal']['input']>;
  /** The number of units, or for bonds the nominal amount. */
  readonly quantity?: InputMaybe<Scalars['Decimal']['input']>;
  /** The value of the holding. */
  readonly value?: InputMaybe<Scalars['Decimal']['input']>;
};

/** A standing order that was read elsewhere. */
export type ImportedStandingOrderInput = {
  /** The amount of each payment: negative, because it is paid out. */
  readonly amount: Scalars['Decimal']['input'];
  /** When it was created. */
  readonly createdAt?: InputMaybe<Scalars['Date']['input']>;
  /** Its currency. */
  readonly currency: Scalars['CurrencyCode']['input'];
  /** The day of the month or week of the payment, from 1. */
  readonly executionDay?: InputMaybe<Scalars['Int']['input']>;
  /** The date of the first payment. */
  readonly firstExecutionDate?: InputMaybe<Scalars['Date']['input']>;
  /** Your id of it, unique among the standing orders of its account. At most 255 characters. */
  readonly id: Scalars['ID']['input'];
  /** The interval, such as `MONTHLY`. At most 200 characters. */
  readonly interval?: InputMaybe<Scalars['String']['input']>;
  /** The date of the last payment. */
  readonly lastExecutionDate?: InputMaybe<Scalars['Date']['input']>;
  /** The purpose. At most 4,000 characters. */
  readonly purpose?: InputMaybe<Scalars['String']['input']>;
};

/** A tag of a transaction. */
export type ImportedTagInput = {
  /** The tag. At most 200 characters. */
  readonly name: Scalars['String']['input'];
  /** Its source. At most 200 characters. */
  readonly source?: InputMaybe<Scalars['String']['input']>;
};

/** A code for the type of transaction. */
export type ImportedTransactionCodeInput = {
  /** The list of codes to which it belongs. At most 200 characters. */
  readonly type: Scalars['String']['input'];
  /** The code. At most 200 characters. */
  readonly value: Scalars['String']['input'];
};

/** A transaction that was read elsewhere. */
export type ImportedTransactionInput = {
  /** The amount: money in is positive, money out is negative. */
  readonly amount: Scalars['Decimal']['input'];
  /** The day it was booked, from 1900-01-01 to 2200-12-31 like all dates here. */
  readonly bookingDate?: InputMaybe<Scalars['Date']['input']>;
  /** Codes for the type of transaction, at most 20. */
  readonly codes?: InputMaybe<ReadonlyArray<ImportedTransactionCodeInput>>;
  /** The other party. */
  readonly counterparty?: InputMaybe<ImportedCounterpartyInput>;
  /** Its currency. */
  readonly currency: Scalars['CurrencyCode']['input'];
  /** The bank's text about it. At most 4,000 characters. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** Your id of it, unique among all transactions of the import. At most 255 characters. */
  readonly id: Scalars['ID']['input'];
  /** Reference of the direct debit mandate. At most 255 characters. */
  readonly mandateReference?: InputMaybe<Scalars['String']['input']>;
  /** Whether it is booked. */
  readonly status: TransactionStatus;
  /** Its tags, at most 20. */
  readonly tags?: InputMaybe<ReadonlyArray<ImportedTagInput>>;
  /** The value date, from which it counts for interest. */
  readonly valueDate?: InputMaybe<Scalars['Date']['input']>;
};

/** An error in the input that the caller can correct, with its path. */
export type InputProblem = {
  /** What went wrong, as a code for programs. */
  readonly code: ErrorCode;
  /** The path of the invalid value below `input`, such as `["documents", "0", "documentId"]`; null when it is not a single field. At most 10 steps. At most 100 characters. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** What went wrong, in English for developers. Never contains personal data. At most 2,000 characters. */
  readonly message: Scalars['String']['output'];
};

/** A text in one language. */
export type LocalizedText = {
  /** The language as a BCP 47 tag, such as `en` or `fr`. At most 50 characters. */
  readonly language: Scalars['String']['output'];
  /** The text. At most 4,000 characters. */
  readonly text: Scalars['String']['output'];
};

/** The logo of a bank or a company. */
export type Logo = {
  /** The media type of the picture, such as `image/png`. Null when the provider does not say. At most 255 characters. */
  readonly mediaType?: Maybe<Scalars['String']['output']>;
  /** The address of the picture at the provider. */
  readonly url: Scalars['URL']['output'];
};

/** The bank logins to manage. */
export type ManageBankLoginsInput = {
  /** Whether the page starts with adding a bank. */
  readonly addBankLogin?: InputMaybe<Scalars['Boolean']['input']>;
  /** Id of the applicant (`app_…`). At most 255 characters. */
  readonly applicantId: Scalars['ID']['input'];
  /** Where the browser goes after a failure. REDIRECT_NOT_ALLOWED unless it is among your allowed addresses. */
  readonly errorUrl: Scalars['URL']['input'];
  /** Where the browser goes when the customer cancelled. REDIRECT_NOT_ALLOWED unless it is among your allowed addresses. */
  readonly exitUrl: Scalars['URL']['input'];
  /** The provider, such as `finoos`; when absent, the one at which the applicant has logins. At most 255 characters. */
  readonly provider?: InputMaybe<Scalars['ID']['input']>;
  /** Where the browser goes after a change. REDIRECT_NOT_ALLOWED unless it is among your allowed addresses. */
  readonly successUrl: Scalars['URL']['input'];
  /**
   * The customer's public IP address, such as `203.0.113.7`, which is sent to the bank. When absent, the address from
   * which this request comes. Private and loopback addresses are refused. At most 100 characters.
   */
  readonly userIp?: InputMaybe<Scalars['String']['input']>;
};

/** The answer to `manageBankLogins`. */
export type ManageBankLoginsPayload = {
  /** The provider's page. Give it only to the customer: whoever opens it acts for them. Null when there are `userErrors`. */
  readonly redirectUrl?: Maybe<Scalars['URL']['output']>;
  /** The visit to that page; null when there are `userErrors`. */
  readonly session?: Maybe<BankSession>;
  /** Errors in the input. Empty on success. At most 10. */
  readonly userErrors: ReadonlyArray<InputProblem>;
};

/** A named number of an assessment. */
export type Metric = {
  /** Which of several figures of this name it is: `period`, `annualised`, a month such as `2025-08`; null when there is only one. At most 200 characters. */
  readonly basis?: Maybe<Scalars['String']['output']>;
  /** The provider's own name of it. At most 200 characters. */
  readonly name: Scalars['String']['output'];
  /** Its unit, such as a currency code; null when the provider does not say. At most 200 characters. */
  readonly unit?: Maybe<Scalars['String']['output']>;
  /** The figure. */
  readonly value: Scalars['Decimal']['output'];
};

/** A page of figures. */
export type MetricConnection = {
  /** The figures of the page with their cursors. */
  readonly edges: ReadonlyArray<MetricEdge>;
  /** The position of the page in its list. */
  readonly pageInfo: PageInfo;
  /** The number of figures in the whole list. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A figure in a page. */
export type MetricEdge = {
  /** Its place in the list. At most 2,000 characters. */
  readonly cursor: Scalars['String']['output'];
  /** The figure. */
  readonly node: Metric;
};

/**
 * An amount of money from the account holder's point of view: money in is positive, money out is negative, whatever the
 * provider's own convention.
 */
export type MonetaryAmount = {
  /** Its currency. */
  readonly currency: Scalars['CurrencyCode']['output'];
  /** The amount in units of the currency (not in cents), with the provider's digits. */
  readonly value: Scalars['Decimal']['output'];
};

/**
 * Mutations. Every mutation takes one `input` and returns the object it created or changed, with `userErrors`. Errors that the
 * caller can correct are listed there, and the object is then null; other errors are in `errors[]`, and the whole
 * payload is then null. Fields of an object other than its `id` need the scope `read` as well: without it the mutation is
 * refused before it runs.
 */
export type Mutation = {
  /** Cancels an analysis. Possible while `allowedActions` has CANCEL. Needs the scope `write`. */
  readonly cancelAnalysis?: Maybe<CancelAnalysisPayload>;
  /**
   * Starts to connect accounts at a bank. Returns a page of the provider on which the customer chooses the bank and signs in: send
   * their browser there. It returns to one of the three addresses, with `connection=<id of the session>` added to the query.
   * The event BANK_LOGIN_CONNECTED follows a few seconds later, for each login. Connecting a bank again that is
   * already connected renews its login. Needs the scope `banking`.
   */
  readonly connectBank?: Maybe<ConnectBankPayload>;
  /**
   * Creates a token for access to one applicant's data only, for example by the applicant in a browser. Send it as
   * `Authorization: Bearer …`, on a WebSocket also in `connection_init`. Its caller sees only that applicant
   * and the applicant's data. It becomes invalid when it expires or the applicant is erased; then its sockets are closed too.
   * A caller that is itself limited to one applicant cannot create tokens: FORBIDDEN. Needs the scope `write`.
   */
  readonly createAccessToken?: Maybe<CreateAccessTokenPayload>;
  /**
   * Creates an applicant: a person or a company. A caller that is limited to one applicant cannot: FORBIDDEN.
   * Needs the scope `write`.
   */
  readonly createApplicant?: Maybe<CreateApplicantPayload>;
  /** Creates a document and returns where to send its bytes. Needs the scope `write`. */
  readonly createDocumentUpload?: Maybe<CreateDocumentUploadPayload>;
  /**
   * Removes a bank login at the provider and sets its `removedAt`. The data read from it is kept until the applicant is erased.
   * May be repeated. Needs the scope `banking`.
   */
  readonly deleteBankLogin?: Maybe<DeleteBankLoginPayload>;
  /**
   * Removes all bank logins of an applicant at the provider. The data read from them is kept until the applicant is erased. May be
   * repeated. Needs the scope `banking`.
   */
  readonly disconnectBank?: Maybe<DisconnectBankPayload>;
  /**
   * Erases an applicant with all its data: cases, documents and their bytes, analyses and their results. Running analyses
   * are cancelled. It cannot be undone. The events stay in the log, with ids of objects that no longer exist. May be repeated:
   * what remained is tried again, and the answer lists what remains now. Once the events are purged: NOT_FOUND.
   * Needs the scope `erase`.
   */
  readonly eraseApplicant?: Maybe<EraseApplicantPayload>;
  /**
   * Imports accounts that were read elsewhere into a provider, as if they were connected there. Everything is checked
   * before anything is sent: `userErrors` lists all errors, each with its path. Amounts are signed: money into the
   * account is positive. CAPABILITY_UNSUPPORTED when no provider supports imports. Needs the scope `banking`.
   */
  readonly importBankLogins?: Maybe<ImportBankLoginsPayload>;
  /**
   * Opens a page of the provider on which the customer adds, renews and removes bank logins. The browser
   * returns as after `connectBank`. Needs the scope `banking`.
   */
  readonly manageBankLogins?: Maybe<ManageBankLoginsPayload>;
  /** Opens a case for one decision about an applicant. Needs the scope `write`. */
  readonly openCase?: Maybe<OpenCasePayload>;
  /**
   * Invites a customer to give their bank statements to a provider directly. Creates an analysis of STATEMENT_EXTRACTION that is
   * ACTION_REQUIRED, with the link as `action.url`, until they have done so; then it continues like any other, but has
   * no `documents`. It fails with CONSENT_EXPIRED when they do not do so in time, and with SUBMISSION_OUTCOME_UNKNOWN when it
   * is not known whether the provider created an invitation: then there may be one, so no other one is requested automatically.
   * Needs the scope `write`.
   */
  readonly requestConsent?: Maybe<RequestConsentPayload>;
  /**
   * Continues or retries an analysis. One that waits for an action (RESUME) continues with what was missing and stays the same
   * analysis; if the action is done at the provider (OPEN_URL), the provider is queried now instead of later. One that has ended
   * (RETRY) is not changed; a new one replaces it, whose `retryOf` it is. Needs the scope `write`.
   */
  readonly retryAnalysis?: Maybe<RetryAnalysisPayload>;
  /**
   * Makes a provider send a stored document as a fax. Events follow: SHIPMENT_SENT, then SHIPMENT_DELIVERED or
   * SHIPMENT_FAILED. It is never sent twice. Needs the scope `shipments`.
   */
  readonly sendFax?: Maybe<SendFaxPayload>;
  /**
   * Makes a provider send a stored document as a letter. Events follow: SHIPMENT_SENT, then SHIPMENT_DELIVERED or
   * SHIPMENT_FAILED. It is never sent twice. Needs the scope `shipments`.
   */
  readonly sendLetter?: Maybe<SendLetterPayload>;
  /** Requests an analysis of documents of a case from a provider. Returns immediately; follow `analysisUpdated` for the result. Needs the scope `write`. */
  readonly startAnalysis?: Maybe<StartAnalysisPayload>;
  /**
   * Makes the provider fetch new data from the bank. Usually it can do so without the customer: then `redirectUrl` is
   * null and the event BANK_LOGIN_SYNCHRONIZED follows. If the bank requires the customer to confirm it (strong customer
   * authentication), `redirectUrl` is the page to which to send their browser. Needs the scope `banking`.
   */
  readonly synchronizeBankLogin?: Maybe<SynchronizeBankLoginPayload>;
  /** Changes an applicant. Absent members are not changed; null deletes the value. Needs the scope `write`. */
  readonly updateApplicant?: Maybe<UpdateApplicantPayload>;
};


/**
 * Mutations. Every mutation takes one `input` and returns the object it created or changed, with `userErrors`. Errors that the
 * caller can correct are listed there, and the object is then null; other errors are in `errors[]`, and the whole
 * payload is then null. Fields of an object other than its `id` need the scope `read` as well: without it the mutation is
 * refused before it runs.
 */
export type MutationCancelAnalysisArgs = {
  input: CancelAnalysisInput;
};


/**
 * Mutations. Every mutation takes one `input` and returns the object it created or changed, with `userErrors`. Errors that the
 * caller can correct are listed there, and the object is then null; other errors are in `errors[]`, and the whole
 * payload is then null. Fields of an object other than its `id` need the scope `read` as well: without it the mutation is
 * refused before it runs.
 */
export type MutationConnectBankArgs = {
  input: ConnectBankInput;
};


/**
 * Mutations. Every mutation takes one `input` and returns the object it created or changed, with `userErrors`. Errors that the
 * caller can correct are listed there, and the object is then null; other errors are in `errors[]`, and the whole
 * payload is then null. Fields of an object other than its `id` need the scope `read` as well: without it the mutation is
 * refused before it runs.
 */
export type MutationCreateAccessTokenArgs = {
  input: CreateAccessTokenInput;
};


/**
 * Mutations. Every mutation takes one `input` and returns the object it created or changed, with `userErrors`. Errors that the
 * caller can correct are listed there, and the object is then null; other errors are in `errors[]`, and the whole
 * payload is then null. Fields of an object other than its `id` need the scope `read` as well: without it the mutation is
 * refused before it runs.
 */
export type MutationCreateApplicantArgs = {
  input: CreateApplicantInput;
};


/**
 * Mutations. Every mutation takes one `input` and returns the object it created or changed, with `userErrors`. Errors that the
 * caller can correct are listed there, and the object is then null; other errors are in `errors[]`, and the whole
 * payload is then null. Fields of an object other than its `id` need the scope `read` as well: without it the mutation is
 * refused before it runs.
 */
export type MutationCreateDocumentUploadArgs = {
  input: CreateDocumentUploadInput;
};


/**
 * Mutations. Every mutation takes one `input` and returns the object it created or changed, with `userErrors`. Errors that the
 * caller can correct are listed there, and the object is then null; other errors are in `errors[]`, and the whole
 * payload is then null. Fields of an object other than its `id` need the scope `read` as well: without it the mutation is
 * refused before it runs.
 */
export type MutationDeleteBankLoginArgs = {
  input: DeleteBankLoginInput;
};


/**
 * Mutations. Every mutation takes one `input` and returns the object it created or changed, with `userErrors`. Errors that the
 * caller can correct are listed there, and the object is then null; other errors are in `errors[]`, and the whole
 * payload is then null. Fields of an object other than its `id` need the scope `read` as well: without it the mutation is
 * refused before it runs.
 */
export type MutationDisconnectBankArgs = {
  input: DisconnectBankInput;
};


/**
 * Mutations. Every mutation takes one `input` and returns the object it created or changed, with `userErrors`. Errors that the
 * caller can correct are listed there, and the object is then null; other errors are in `errors[]`, and the whole
 * payload is then null. Fields of an object other than its `id` need the scope `read` as well: without it the mutation is
 * refused before it runs.
 */
export type MutationEraseApplicantArgs = {
  input: EraseApplicantInput;
};


/**
 * Mutations. Every mutation takes one `input` and returns the object it created or changed, with `userErrors`. Errors that the
 * caller can correct are listed there, and the object is then null; other errors are in `errors[]`, and the whole
 * payload is then null. Fields of an object other than its `id` need the scope `read` as well: without it the mutation is
 * refused before it runs.
 */
export type MutationImportBankLoginsArgs = {
  input: ImportBankLoginsInput;
};


/**
 * Mutations. Every mutation takes one `input` and returns the object it created or changed, with `userErrors`. Errors that the
 * caller can correct are listed there, and the object is then null; other errors are in `errors[]`, and the whole
 * payload is then null. Fields of an object other than its `id` need the scope `read` as well: without it the mutation is
 * refused before it runs.
 */
export type MutationManageBankLoginsArgs = {
  input: ManageBankLoginsInput;
};


/**
 * Mutations. Every mutation takes one `input` and returns the object it created or changed, with `userErrors`. Errors that the
 * caller can correct are listed there, and the object is then null; other errors are in `errors[]`, and the whole
 * payload is then null. Fields of an object other than its `id` need the scope `read` as well: without it the mutation is
 * refused before it runs.
 */
export type MutationOpenCaseArgs = {
  input: OpenCaseInput;
};


/**
 * Mutations. Every mutation takes one `input` and returns the object it created or changed, with `userErrors`. Errors that the
 * caller can correct are listed there, and the object is then null; other errors are in `errors[]`, and the whole
 * payload is then null. Fields of an object other than its `id` need the scope `read` as well: without it the mutation is
 * refused before it runs.
 */
export type MutationRequestConsentArgs = {
  input: RequestConsentInput;
};


/**
 * Mutations. Every mutation takes one `input` and returns the object it created or changed, with `userErrors`. Errors that the
 * caller can correct are listed there, and the object is then null; other errors are in `errors[]`, and the whole
 * payload is then null. Fields of an object other than its `id` need the scope `read` as well: without it the mutation is
 * refused before it runs.
 */
export type MutationRetryAnalysisArgs = {
  input: RetryAnalysisInput;
};


/**
 * Mutations. Every mutation takes one `input` and returns the object it created or changed, with `userErrors`. Errors that the
 * caller can correct are listed there, and the object is then null; other errors are in `errors[]`, and the whole
 * payload is then null. Fields of an object other than its `id` need the scope `read` as well: without it the mutation is
 * refused before it runs.
 */
export type MutationSendFaxArgs = {
  input: SendFaxInput;
};


/**
 * Mutations. Every mutation takes one `input` and returns the object it created or changed, with `userErrors`. Errors that the
 * caller can correct are listed there, and the object is then null; other errors are in `errors[]`, and the whole
 * payload is then null. Fields of an object other than its `id` need the scope `read` as well: without it the mutation is
 * refused before it runs.
 */
export type MutationSendLetterArgs = {
  input: SendLetterInput;
};


/**
 * Mutations. Every mutation takes one `input` and returns the object it created or changed, with `userErrors`. Errors that the
 * caller can correct are listed there, and the object is then null; other errors are in `errors[]`, and the whole
 * payload is then null. Fields of an object other than its `id` need the scope `read` as well: without it the mutation is
 * refused before it runs.
 */
export type MutationStartAnalysisArgs = {
  input: StartAnalysisInput;
};


/**
 * Mutations. Every mutation takes one `input` and returns the object it created or changed, with `userErrors`. Errors that the
 * caller can correct are listed there, and the object is then null; other errors are in `errors[]`, and the whole
 * payload is then null. Fields of an object other than its `id` need the scope `read` as well: without it the mutation is
 * refused before it runs.
 */
export type MutationSynchronizeBankLoginArgs = {
  input: SynchronizeBankLoginInput;
};


/**
 * Mutations. Every mutation takes one `input` and returns the object it created or changed, with `userErrors`. Errors that the
 * caller can correct are listed there, and the object is then null; other errors are in `errors[]`, and the whole
 * payload is then null. Fields of an object other than its `id` need the scope `read` as well: without it the mutation is
 * refused before it runs.
 */
export type MutationUpdateApplicantArgs = {
  input: UpdateApplicantInput;
};

/** The case to open. */
export type OpenCaseInput = {
  /** Id of the applicant (`app_…`). At most 255 characters. */
  readonly applicantId: Scalars['ID']['input'];
  /** What the applicant declared, for providers that compare it with the documents. At most 100,000 characters. */
  readonly declared?: InputMaybe<Scalars['JSON']['input']>;
  /** A repeated request with the same key and input returns the same case. At most 255 characters. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Your own id of the case, not necessarily unique. At most 255 characters. */
  readonly reference?: InputMaybe<Scalars['String']['input']>;
  /** The purpose of the decision: your own text, or a name that a provider defines. At most 500 characters. */
  readonly useCase?: InputMaybe<Scalars['String']['input']>;
};

/** The answer to `openCase`. */
export type OpenCasePayload = {
  /** The new case; null when there are `userErrors`. */
  readonly case?: Maybe<Case>;
  /** Errors in the input. Empty on success. At most 10. */
  readonly userErrors: ReadonlyArray<InputProblem>;
};

/**
 * The position of a page in its list. Lists are read forward with `first` and `after`, or backward with `last` and
 * `before`, but never both at once. A page has 50 items by default and at most 500; more is refused with BAD_USER_INPUT.
 * A page read backward is in the same order as one read forward.
 */
export type PageInfo = {
  /** The cursor of the last item, to go forward with `after`; null when the page is empty. At most 2,000 characters. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether there are items after this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether there are items before this page. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first item, to go backward with `before`; null when the page is empty. At most 2,000 characters. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

/** A party that pays a company or is paid by it. Each field except the name is null when the provider does not say. */
export type PaymentPartner = {
  /** The date of the first transaction in either direction. */
  readonly firstTransaction?: Maybe<Scalars['Date']['output']>;
  /** International Bank Account Number in full. Needs the scope `read:account-numbers`. At most 100 characters. */
  readonly iban?: Maybe<Scalars['String']['output']>;
  /** The date of the last transaction in either direction. */
  readonly lastTransaction?: Maybe<Scalars['Date']['output']>;
  /** The IBAN with all but its country code and its last four characters hidden. At most 100 characters. */
  readonly maskedIban?: Maybe<Scalars['String']['output']>;
  /** What it paid to the company: positive or zero, in the currency of the accounts. */
  readonly moneyIn?: Maybe<Scalars['Decimal']['output']>;
  /** What the company paid to it: negative or zero, in the currency of the accounts. */
  readonly moneyOut?: Maybe<Scalars['Decimal']['output']>;
  /** Its name. At most 500 characters. */
  readonly name: Scalars['String']['output'];
  /** How much the company depends on it, on the provider's own scale: a higher number means more. */
  readonly relevance?: Maybe<Scalars['Decimal']['output']>;
  /** When the provider answered. */
  readonly retrievedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Its share of all payments to the company, from 0 to 1. */
  readonly shareOfIncome?: Maybe<Scalars['Decimal']['output']>;
  /** Its share of all payments of the company, from 0 to 1. */
  readonly shareOfOutcome?: Maybe<Scalars['Decimal']['output']>;
  /** Whether the provider did not answer the last query. */
  readonly stale?: Maybe<Scalars['Boolean']['output']>;
  /** The number of transactions. */
  readonly transactionCount?: Maybe<Scalars['Int']['output']>;
};

/** The recent health of a provider. */
export type ProviderHealth =
  /** At least a fifth of the last calls failed. */
  | 'DEGRADED'
  /** All calls fail. It is retried from time to time. */
  | 'DOWN'
  /** It answers. */
  | 'HEALTHY'
  /** It refuses the configured credentials. An operator has to correct them. */
  | 'UNAUTHORIZED'
  /** It was not called yet. */
  | 'UNKNOWN';

/**
 * Queries. Everything about applicants, their documents and the results is read from
 * the database, so it works while a provider is down. For an id that does not exist or belongs to another tenant the result is
 * null. Needs the scope `read`.
 */
export type Query = {
  /** Analyses of every case, newest first. */
  readonly analyses: AnalysisConnection;
  /** The analysis with this id; null when there is none. */
  readonly analysis?: Maybe<Analysis>;
  /** The applicant with this id; null when there is none. */
  readonly applicant?: Maybe<Applicant>;
  /** The applicant with this reference; null when there is none. */
  readonly applicantByReference?: Maybe<Applicant>;
  /** Applicants, newest first. */
  readonly applicants: ApplicantConnection;
  /** The bank account with this id, also one that can no longer be read; null when there is none. */
  readonly bankAccount?: Maybe<BankAccount>;
  /** The bank login with this id, connected or removed; null when there is none. */
  readonly bankLogin?: Maybe<BankLogin>;
  /**
   * The visit to a provider's page with this id; null when there is none. The id is in the answer to the mutation and in the
   * parameter `connection` of the address to which the browser returned.
   */
  readonly bankSession?: Maybe<BankSession>;
  /**
   * The banks that a provider knows, ordered by name. `startAnalysis` accepts them as `bankName`, and customers can
   * connect accounts at them. The provider is queried at most once a day, for at most 5 seconds. CAPABILITY_UNSUPPORTED
   * for a provider whose `capabilities` do not list `banks`.
   */
  readonly banks?: Maybe<BankConnection>;
  /** The case with this id; null when there is none. */
  readonly case?: Maybe<Case>;
  /**
   * Cases. `filter: {statuses: [ACTION_REQUIRED]}, orderBy: OPENED_AT_ASC` gives those that wait for an action of a
   * person, oldest first.
   */
  readonly cases: CaseConnection;
  /**
   * Companies with names similar to a text, the best match first, at most 50. A provider's directory is queried for at
   * most 5 seconds, and its answer is cached for a day. Null with an error when no provider has a directory, or it does
   * not answer and nothing is cached.
   */
  readonly companies?: Maybe<ReadonlyArray<Company>>;
  /** All providers, enabled for the tenant or not. A short list, in a fixed order. */
  readonly dataProviders: ReadonlyArray<DataProvider>;
  /** The document with this id; null when there is none. */
  readonly document?: Maybe<CaseDocument>;
  /**
   * The current end of the log. Query it together with the data that you show, or before: it is read before any other field of the
   * operation, so `events` after it miss no change.
   */
  readonly eventCursor: Scalars['Cursor']['output'];
  /** The event log, oldest first. Old events are purged. */
  readonly events: ActivityEventConnection;
  /** The risk assessment with this id; null when there is none. */
  readonly riskAssessment?: Maybe<RiskAssessment>;
  /** The letter or fax with this id; null when there is none. Needs the scope `shipments`. */
  readonly shipment?: Maybe<Shipment>;
  /** The bank statement with this id; null when there is none. */
  readonly statement?: Maybe<Statement>;
  /** The transaction with this id; null when there is none. */
  readonly transaction?: Maybe<Transaction>;
};


/**
 * Queries. Everything about applicants, their documents and the results is read from
 * the database, so it works while a provider is down. For an id that does not exist or belongs to another tenant the result is
 * null. Needs the scope `read`.
 */
export type QueryAnalysesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AnalysisFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Queries. Everything about applicants, their documents and the results is read from
 * the database, so it works while a provider is down. For an id that does not exist or belongs to another tenant the result is
 * null. Needs the scope `read`.
 */
export type QueryAnalysisArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Queries. Everything about applicants, their documents and the results is read from
 * the database, so it works while a provider is down. For an id that does not exist or belongs to another tenant the result is
 * null. Needs the scope `read`.
 */
export type QueryApplicantArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Queries. Everything about applicants, their documents and the results is read from
 * the database, so it works while a provider is down. For an id that does not exist or belongs to another tenant the result is
 * null. Needs the scope `read`.
 */
export type QueryApplicantByReferenceArgs = {
  reference: Scalars['String']['input'];
};


/**
 * Queries. Everything about applicants, their documents and the results is read from
 * the database, so it works while a provider is down. For an id that does not exist or belongs to another tenant the result is
 * null. Needs the scope `read`.
 */
export type QueryApplicantsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ApplicantFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Queries. Everything about applicants, their documents and the results is read from
 * the database, so it works while a provider is down. For an id that does not exist or belongs to another tenant the result is
 * null. Needs the scope `read`.
 */
export type QueryBankAccountArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Queries. Everything about applicants, their documents and the results is read from
 * the database, so it works while a provider is down. For an id that does not exist or belongs to another tenant the result is
 * null. Needs the scope `read`.
 */
export type QueryBankLoginArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Queries. Everything about applicants, their documents and the results is read from
 * the database, so it works while a provider is down. For an id that does not exist or belongs to another tenant the result is
 * null. Needs the scope `read`.
 */
export type QueryBankSessionArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Queries. Everything about applicants, their documents and the results is read from
 * the database, so it works while a provider is down. For an id that does not exist or belongs to another tenant the result is
 * null. Needs the scope `read`.
 */
export type QueryBanksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  provider: Scalars['ID']['input'];
  search?: InputMaybe<Scalars['String']['input']>;
};


/**
 * Queries. Everything about applicants, their documents and the results is read from
 * the database, so it works while a provider is down. For an id that does not exist or belongs to another tenant the result is
 * null. Needs the scope `read`.
 */
export type QueryCaseArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Queries. Everything about applicants, their documents and the results is read from
 * the database, so it works while a provider is down. For an id that does not exist or belongs to another tenant the result is
 * null. Needs the scope `read`.
 */
export type QueryCasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CaseFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy: CaseOrder;
};


/**
 * Queries. Everything about applicants, their documents and the results is read from
 * the database, so it works while a provider is down. For an id that does not exist or belongs to another tenant the result is
 * null. Needs the scope `read`.
 */
export type QueryCompaniesArgs = {
  search: Scalars['String']['input'];
};


/**
 * Queries. Everything about applicants, their documents and the results is read from
 * the database, so it works while a provider is down. For an id that does not exist or belongs to another tenant the result is
 * null. Needs the scope `read`.
 */
export type QueryDocumentArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Queries. Everything about applicants, their documents and the results is read from
 * the database, so it works while a provider is down. For an id that does not exist or belongs to another tenant the result is
 * null. Needs the scope `read`.
 */
export type QueryEventsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<EventFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Queries. Everything about applicants, their documents and the results is read from
 * the database, so it works while a provider is down. For an id that does not exist or belongs to another tenant the result is
 * null. Needs the scope `read`.
 */
export type QueryRiskAssessmentArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Queries. Everything about applicants, their documents and the results is read from
 * the database, so it works while a provider is down. For an id that does not exist or belongs to another tenant the result is
 * null. Needs the scope `read`.
 */
export type QueryShipmentArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Queries. Everything about applicants, their documents and the results is read from
 * the database, so it works while a provider is down. For an id that does not exist or belongs to another tenant the result is
 * null. Needs the scope `read`.
 */
export type QueryStatementArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Queries. Everything about applicants, their documents and the results is read from
 * the database, so it works while a provider is down. For an id that does not exist or belongs to another tenant the result is
 * null. Needs the scope `read`.
 */
export type QueryTransactionArgs = {
  id: Scalars['ID']['input'];
};

/** A register of companies. */
export type RegistrationScheme =
  /** The Netherlands: the eight digits of the Chamber of Commerce (Kamer van Koophandel). */
  | 'KVK'
  /** Any other register. */
  | 'OTHER'
  /** France: the nine digits of the SIREN. */
  | 'SIREN';

/** A file of a provider's result. It is stored at the provider, and fetched from there when its address is used. */
export type ReportFile = {
  /** When the provider created it; null when it does not say. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** When `url` expires. A new query returns a new one. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** Its media type, such as `application/pdf`. At most 255 characters. */
  readonly mediaType: Scalars['String']['output'];
  /** A name for the file, with its ending. At most 255 characters. */
  readonly name: Scalars['String']['output'];
  /** The address for a GET request until `expiresAt`, without other credentials: whoever has it can download the file. */
  readonly url: Scalars['URL']['output'];
};

/** The customer to invite. */
export type RequestConsentInput = {
  /** Id of the case for the statements (`case_…`). At most 255 characters. */
  readonly caseId: Scalars['ID']['input'];
  /** The customer's e-mail address, for providers that write to them. Sent to the provider and then deleted. At most 254 characters. */
  readonly customerEmail?: InputMaybe<Scalars['String']['input']>;
  /** The customer's name, used to address them. Sent to the provider and then deleted. 1 to 200 characters. At most 200 characters. */
  readonly customerName: Scalars['String']['input'];
  /** A repeated request with the same key and input returns the same invitation. At most 255 characters. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The provider, such as `flvxtract`; when absent, the first one in the tenant's order for STATEMENT_EXTRACTION that can invite customers. At most 255 characters. */
  readonly provider?: InputMaybe<Scalars['ID']['input']>;
  /** Where the provider sends the customer afterwards. REDIRECT_NOT_ALLOWED unless it is among your allowed addresses. */
  readonly redirectUrl?: InputMaybe<Scalars['URL']['input']>;
};

/** The answer to `requestConsent`. */
export type RequestConsentPayload = {
  /** The invitation; null when there are `userErrors`. */
  readonly consent?: Maybe<Consent>;
  /** Errors in the input. Empty on success. At most 10. */
  readonly userErrors: ReadonlyArray<InputProblem>;
};

/** What a person has to do before an analysis can continue. Then call `retryAnalysis`; after OPEN_URL it continues by itself. */
export type RequiredAction = {
  /** The documents concerned. Empty when it concerns none in particular. At most 200. */
  readonly documents: ReadonlyArray<CaseDocument>;
  /** Until when it can be done; null when only the deadline of the analysis applies. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** The type of action. */
  readonly type: RequiredActionType;
  /** The page to open; null unless the type is OPEN_URL. */
  readonly url?: Maybe<Scalars['URL']['output']>;
};

/** The types of actions that an analysis may require. */
export type RequiredActionType =
  /** Have the applicant open a page of the provider. */
  | 'OPEN_URL'
  /** Pass the passwords of the listed documents to `retryAnalysis`. Only for a provider whose `options` have `password`. */
  | 'PROVIDE_PASSWORD'
  /** Upload the listed documents again in a form that the provider can read. `documentResults` says what is wrong with each. */
  | 'REUPLOAD';

/** The analysis to continue or retry. */
export type RetryAnalysisInput = {
  /** Id of the analysis (`ana_…`). At most 255 characters. */
  readonly analysisId: Scalars['ID']['input'];
  /**
   * Absent or null: the same documents as before. While ACTION_REQUIRED: the replacements of `action.documents`, either
   * other ones or the same ones with their passwords; the rest is kept. After the end: all documents of the new analysis.
   */
  readonly documents?: InputMaybe<ReadonlyArray<AnalysisDocumentInput>>;
  /** A repeated request with the same key and input returns the same analysis. At most 255 characters. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Absent or null: the same options as before. A share link's password was deleted, so give a share link with a password again. */
  readonly options?: InputMaybe<AnalysisOptionsInput>;
};

/** The answer to `retryAnalysis`. */
export type RetryAnalysisPayload = {
  /** The analysis that continues: the same one, or the new one that replaces it; null when there are `userErrors`. */
  readonly analysis?: Maybe<Analysis>;
  /** Errors in the input. Empty on success. At most 10. */
  readonly userErrors: ReadonlyArray<InputProblem>;
};

/** A provider's assessment of an applicant. Scales of different providers are never merged. */
export type RiskAssessment = {
  /** The analysis that it comes from; null when it comes from none. */
  readonly analysis?: Maybe<Analysis>;
  /** The assessed applicant. */
  readonly applicant: Applicant;
  /** When it was assessed according to the provider; otherwise when it was received. */
  readonly assessedAt: Scalars['DateTime']['output'];
  /** The provider's flag; null when it gives none. */
  readonly flag?: Maybe<RiskFlag>;
  /** Our id (`rsk_…`). */
  readonly id: Scalars['ID']['output'];
  /** The subject of the assessment. */
  readonly kind: RiskKind;
  /** How high the risk is. UNKNOWN unless the provider clearly says. */
  readonly level: RiskLevel;
  /** The figures behind it, in the provider's order. */
  readonly metrics: MetricConnection;
  /** The provider of the assessment. */
  readonly provider: DataProvider;
  /** The provider's own id of it; null when it has none. At most 255 characters. */
  readonly providerReference?: Maybe<Scalars['String']['output']>;
  /** The provider's class of risk, on its own scale; null when it gives none. */
  readonly riskClass?: Maybe<Scalars['Int']['output']>;
  /** The provider's score; null when it gives none. */
  readonly score?: Maybe<Score>;
  /** Signals for or against the applicant, at most 100. */
  readonly signals: ReadonlyArray<RiskSignal>;
};


/** A provider's assessment of an applicant. Scales of different providers are never merged. */
export type RiskAssessmentMetricsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** A provider's flag. */
export type RiskFlag = {
  /** Its colour, as the provider names it; null when it has none. At most 200 characters. */
  readonly color?: Maybe<Scalars['String']['output']>;
  /** How reliable the data is, on the provider's own scale; null when it does not say. */
  readonly dataSanity?: Maybe<Scalars['Decimal']['output']>;
};

/** The subject of the assessment. */
export type RiskKind =
  /** What the applicant can afford. */
  | 'AFFORDABILITY'
  /** Whether a credit will be paid back. */
  | 'CREDIT'
  /** Whether documents are genuine. */
  | 'DOCUMENT_FRAUD';

/** How high a risk is. */
export type RiskLevel =
  /** High. */
  | 'HIGH'
  /** Low. */
  | 'LOW'
  /** Medium. */
  | 'MEDIUM'
  /** The provider gave no level, or an unknown one. */
  | 'UNKNOWN';

/** A signal for or against an applicant or a document. */
export type RiskSignal = {
  /** The provider's own name of it. At most 200 characters. */
  readonly code: Scalars['String']['output'];
  /** The provider's explanations, at most 10. At most 4,000 characters. */
  readonly explanations: ReadonlyArray<Scalars['String']['output']>;
  /** How it compares with others, on the provider's own scale (some count to 1, some to 100); null when the provider does not say. */
  readonly quantile?: Maybe<Scalars['Decimal']['output']>;
  /** Whether it is for or against the applicant. */
  readonly sentiment: SignalSentiment;
  /** Its value, as the provider wrote it; null when it has none. At most 200 characters. */
  readonly value?: Maybe<Scalars['String']['output']>;
};

/** A number on a provider's own scale. */
export type Score = {
  /** Whether a higher number means more risk; null when the provider does not say. */
  readonly higherIsRiskier?: Maybe<Scalars['Boolean']['output']>;
  /** The highest number possible; null when the provider does not say. */
  readonly max?: Maybe<Scalars['Decimal']['output']>;
  /** The lowest number possible; null when the provider does not say. */
  readonly min?: Maybe<Scalars['Decimal']['output']>;
  /** The number. */
  readonly value: Scalars['Decimal']['output'];
};

/** A holding in a securities account. Each field is null when the provider does not say. */
export type Security = {
  /** The exchange rate for a conversion from another currency, as the provider gives it. */
  readonly exchangeRate?: Maybe<Scalars['Decimal']['output']>;
  /** International Securities Identification Number. At most 100 characters. */
  readonly isin?: Maybe<Scalars['String']['output']>;
  /** The market where it is traded, as the provider names it. At most 200 characters. */
  readonly market?: Maybe<Scalars['String']['output']>;
  /** Its name. At most 500 characters. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The current price of one unit. */
  readonly price?: Maybe<MonetaryAmount>;
  /** The price of one unit when it was bought. */
  readonly purchasePrice?: Maybe<MonetaryAmount>;
  /** The number of units, or for bonds the nominal amount. */
  readonly quantity?: Maybe<Scalars['Decimal']['output']>;
  /** The value of the holding. */
  readonly value?: Maybe<MonetaryAmount>;
};

/** A fax to send. */
export type SendFaxInput = {
  /** The address of the recipient. */
  readonly address: ShipmentAddressInput;
  /** Id of the applicant (`app_…`). At most 255 characters. */
  readonly applicantId: Scalars['ID']['input'];
  /** Id of a stored document of the applicant (`doc_…`). At most 255 characters. */
  readonly documentId: Scalars['ID']['input'];
  /** A repeated request with the same key and input returns the same fax. At most 255 characters. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The provider, such as `finoos`; when absent, the first one that sends faxes. At most 255 characters. */
  readonly provider?: InputMaybe<Scalars['ID']['input']>;
  /** The recipient. At most 500 characters. */
  readonly recipient: Scalars['String']['input'];
  /** The subject. At most 500 characters. */
  readonly subject: Scalars['String']['input'];
};

/** The answer to `sendFax`. */
export type SendFaxPayload = {
  /** The fax; null when there are `userErrors`. */
  readonly shipment?: Maybe<Shipment>;
  /** Errors in the input. Empty on success. At most 10. */
  readonly userErrors: ReadonlyArray<InputProblem>;
};

/** A letter to send. */
export type SendLetterInput = {
  /** The address of the recipient. */
  readonly address: ShipmentAddressInput;
  /** Id of the applicant (`app_…`). At most 255 characters. */
  readonly applicantId: Scalars['ID']['input'];
  /** Id of a stored document of the applicant (`doc_…`). At most 255 characters. */
  readonly documentId: Scalars['ID']['input'];
  /** A repeated request with the same key and input returns the same letter. At most 255 characters. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The provider, such as `finoos`; when absent, the first one that sends letters. At most 255 characters. */
  readonly provider?: InputMaybe<Scalars['ID']['input']>;
  /** The recipient. At most 500 characters. */
  readonly recipient: Scalars['String']['input'];
  /** The subject. At most 500 characters. */
  readonly subject: Scalars['String']['input'];
};

/** The answer to `sendLetter`. */
export type SendLetterPayload = {
  /** The letter; null when there are `userErrors`. */
  readonly shipment?: Maybe<Shipment>;
  /** Errors in the input. Empty on success. At most 10. */
  readonly userErrors: ReadonlyArray<InputProblem>;
};

/** Who may open the page of a result. */
export type ShareLinkInput = {
  /** Who may open it, as a value of the provider; `public`, everyone with the address, when absent. At most 200 characters. */
  readonly access?: InputMaybe<Scalars['String']['input']>;
  /** The password that opens it; none when absent. Sent to the provider and then deleted. At most 200 characters. */
  readonly password?: InputMaybe<Scalars['String']['input']>;
};

/** A document that a provider sends as a letter or a fax. */
export type Shipment = {
  /** The address of the recipient. */
  readonly address: ShipmentAddress;
  /** The applicant it is about. */
  readonly applicant: Applicant;
  /** Whether it is a letter or a fax. */
  readonly channel: ShipmentChannel;
  /** When it was requested. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Until when sending is tried; once SENT, until when the confirmation of the provider is expected. */
  readonly deadline: Scalars['DateTime']['output'];
  /** The document; null once it was erased. */
  readonly document?: Maybe<CaseDocument>;
  /**
   * For FAILED, the reason. For QUEUED, what currently prevents sending; SUBMISSION_OUTCOME_UNKNOWN when the provider
   * may have it, so it is not sent again. For SENT, DEADLINE_EXCEEDED when the provider has not confirmed the delivery
   * in time. Otherwise null.
   */
  readonly error?: Maybe<AnalysisError>;
  /** Our id (`shp_…`). */
  readonly id: Scalars['ID']['output'];
  /** The provider that sends it. */
  readonly provider: DataProvider;
  /** The recipient. At most 500 characters. */
  readonly recipient: Scalars['String']['output'];
  /** Its status. */
  readonly status: ShipmentStatus;
  /** The subject. At most 500 characters. */
  readonly subject: Scalars['String']['output'];
  /** When its status last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
};

/** The address of a letter or a fax. Each field is null when it was not given. */
export type ShipmentAddress = {
  /** Town. At most 500 characters. */
  readonly city?: Maybe<Scalars['String']['output']>;
  /** Country, ISO 3166-1 alpha-2, such as `DE`. At most 50 characters. */
  readonly country?: Maybe<Scalars['String']['output']>;
  /** Number of the fax machine. At most 100 characters. */
  readonly faxNumber?: Maybe<Scalars['String']['output']>;
  /** Name of the person or company. At most 500 characters. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Postal code. At most 50 characters. */
  readonly postalCode?: Maybe<Scalars['String']['output']>;
  /** Street and number. At most 500 characters. */
  readonly street?: Maybe<Scalars['String']['output']>;
};

/** The address of a letter or a fax. Which members are needed depends on the provider; `userErrors` lists missing ones. */
export type ShipmentAddressInput = {
  /** Town. At most 500 characters. */
  readonly city?: InputMaybe<Scalars['String']['input']>;
  /** Country, ISO 3166-1 alpha-2, such as `DE`. At most 50 characters. */
  readonly country?: InputMaybe<Scalars['String']['input']>;
  /** Number of the fax machine, in international form, such as `+493012345678`. At most 100 characters. */
  readonly faxNumber?: InputMaybe<Scalars['String']['input']>;
  /** Name of the person or company. At most 500 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Postal code. At most 50 characters. */
  readonly postalCode?: InputMaybe<Scalars['String']['input']>;
  /** Street and number. At most 500 characters. */
  readonly street?: InputMaybe<Scalars['String']['input']>;
};

/** The ways to send a document. */
export type ShipmentChannel =
  /** By fax. */
  | 'FAX'
  /** By post. */
  | 'LETTER';

/** A page of letters and faxes. */
export type ShipmentConnection = {
  /** The shipments of the page with their cursors. */
  readonly edges: ReadonlyArray<ShipmentEdge>;
  /** The position of the page in its list. */
  readonly pageInfo: PageInfo;
  /** The number of shipments in the whole list. Counted only when the field is selected. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A letter or fax in a page. */
export type ShipmentEdge = {
  /** Its place in the list. At most 2,000 characters. */
  readonly cursor: Scalars['String']['output'];
  /** The shipment. */
  readonly node: Shipment;
};

/** The status of a letter or fax. */
export type ShipmentStatus =
  /** The provider reports that it was delivered. */
  | 'DELIVERED'
  /** It was not sent, or not delivered: see `error`. */
  | 'FAILED'
  /** It waits to be submitted to the provider. */
  | 'QUEUED'
  /** The provider has it, and reports later whether it was delivered; a letter takes days. */
  | 'SENT';

/** Whether a signal is for or against the applicant. */
export type SignalSentiment =
  /** Against the applicant. */
  | 'BAD'
  /** For the applicant. */
  | 'GOOD'
  /** Neither for nor against the applicant. */
  | 'NEUTRAL'
  /** The provider says something else, or nothing. */
  | 'OTHER';

/** The state of one provider's data, for one product or for bank accounts. */
export type SourceState = {
  /** Why the newest analysis failed or is incomplete, or bank accounts could not be read; null when there is no error. */
  readonly error?: Maybe<AnalysisError>;
  /** The product; null for bank accounts. */
  readonly product?: Maybe<AnalysisProduct>;
  /** The provider. */
  readonly provider: DataProvider;
  /** When its newest valid result was received, or its bank accounts were last read; null if never. */
  readonly retrievedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether there is a result, but a later attempt to get a newer one failed. */
  readonly stale: Scalars['Boolean']['output'];
  /**
   * The status. For a product: by its newest analysis that was not cancelled. If that ended PARTIAL, by one
   * of the same documents that ended COMPLETED, if there is one. For bank accounts: by all connected bank logins.
   */
  readonly status: SourceStatus;
};

/** The status of a source. */
export type SourceStatus =
  /** A person has to do something before it can continue; for bank accounts, the customer has to sign in at a bank. */
  | 'ACTION_REQUIRED'
  /** The newest analysis is complete, or bank accounts are connected. */
  | 'AVAILABLE'
  /** The newest analysis failed, or bank accounts could not be read. An older result may still be there: see `retrievedAt`. */
  | 'FAILED'
  /** It has no analysis except cancelled ones, or no connected bank. */
  | 'NOT_REQUESTED'
  /** The newest analysis ended with an incomplete result. */
  | 'PARTIAL'
  /** An analysis is running, a bank is being connected, or new data is being fetched from one. */
  | 'RUNNING';

/** A standing order: a payment that the bank repeats. Each field is null when the provider does not say. */
export type StandingOrder = {
  /** The amount of each payment: negative, because it is paid out. */
  readonly amount?: Maybe<MonetaryAmount>;
  /** When it was created. */
  readonly createdAt?: Maybe<Scalars['Date']['output']>;
  /** The day of the month or week of the payment, from 1. */
  readonly executionDay?: Maybe<Scalars['Int']['output']>;
  /** The date of the first payment. */
  readonly firstExecutionDate?: Maybe<Scalars['Date']['output']>;
  /** The interval, as a value of the provider such as `MONTHLY`. At most 200 characters. */
  readonly interval?: Maybe<Scalars['String']['output']>;
  /** The date of the last payment; null also when it has no end. */
  readonly lastExecutionDate?: Maybe<Scalars['Date']['output']>;
  /** The purpose that the recipient sees. At most 4,000 characters. */
  readonly purpose?: Maybe<Scalars['String']['output']>;
};

/** The analysis to start. */
export type StartAnalysisInput = {
  /** The case it belongs to (`case_…`). At most 255 characters. */
  readonly caseId: Scalars['ID']['input'];
  /** Its documents. They must belong to the case and be STORED. */
  readonly documents: ReadonlyArray<AnalysisDocumentInput>;
  /** A repeated request with the same key and input returns the same analysis. At most 255 characters. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Options. A provider that does not support one refuses the analysis. */
  readonly options?: InputMaybe<AnalysisOptionsInput>;
  /** The product to request. */
  readonly product: AnalysisProduct;
  /**
   * The provider to use, such as `flvxtract`. When absent, the first one in the tenant's order that accepts the documents and
   * options, and the next ones if it fails: after ten minutes without an answer, and immediately when its quota is used up, it
   * refuses our credentials, or it cannot read the documents because of their format, bank or type. `Analysis.runs` lists
   * the providers used. At most 255 characters.
   */
  readonly provider?: InputMaybe<Scalars['ID']['input']>;
};

/** The answer to `startAnalysis`. */
export type StartAnalysisPayload = {
  /** The new analysis; null when there are `userErrors`. */
  readonly analysis?: Maybe<Analysis>;
  /** Errors in the input. Empty on success. At most 10. */
  readonly userErrors: ReadonlyArray<InputProblem>;
};

/** A bank statement, as a provider read it from a document. If it is read again, it keeps its id. */
export type Statement = {
  /** The account it is about. */
  readonly account: StatementAccount;
  /** The analysis that found it; null when none did. */
  readonly analysis?: Maybe<Analysis>;
  /** The applicant to whom it belongs. */
  readonly applicant: Applicant;
  /** The bank that issued it, as the provider names it; null when it does not say. At most 500 characters. */
  readonly bankName?: Maybe<Scalars['String']['output']>;
  /** The balance after its last transaction; null when it does not say. */
  readonly closingBalance?: Maybe<MonetaryAmount>;
  /** How sure the provider is of the result; null when it does not say. */
  readonly confidence?: Maybe<ExtractionConfidence>;
  /** Its currency. */
  readonly currency: Scalars['CurrencyCode']['output'];
  /**
   * Differences in figures between this statement and another provider's reading of the same document: the
   * latest other reading first. Empty for a duplicate. At most 20.
   */
  readonly disagreements: ReadonlyArray<StatementDisagreement>;
  /** The document it was read from; null when the provider does not say. */
  readonly document?: Maybe<CaseDocument>;
  /**
   * The statement of which this one is a duplicate: a more complete reading of a document with the same bytes, by any
   * provider, or a statement of the same account with exactly the same transactions. A statement with transactions takes
   * precedence over one without, a completely read one over an incompletely read one, more transactions over fewer,
   * newer over older. Null when this one is not a duplicate.
   */
  readonly duplicateOf?: Maybe<Statement>;
  /** Signals for or against its authenticity, at most 50. */
  readonly fraudSignals: ReadonlyArray<RiskSignal>;
  /** The first day of its period; null when it does not say. */
  readonly from?: Maybe<Scalars['Date']['output']>;
  /** Our id (`stm_…`). */
  readonly id: Scalars['ID']['output'];
  /** The months of its period without any transaction, `YYYY-MM`, oldest first; the first 120. At most 100 characters. */
  readonly missingMonths: ReadonlyArray<Scalars['String']['output']>;
  /** The months with transactions, `YYYY-MM`, oldest first; the first 120. At most 100 characters. */
  readonly months: ReadonlyArray<Scalars['String']['output']>;
  /** The balance before its first transaction; null when it does not say. */
  readonly openingBalance?: Maybe<MonetaryAmount>;
  /**
   * Other statements of the same account, except duplicates, with days in common with this one, in the order of their publication. A
   * transaction in several of them counts once. Statements are of the same account when they have the same full
   * number or IBAN, otherwise the same bank, last four characters and holder. At most 100.
   */
  readonly overlaps: ReadonlyArray<Statement>;
  /** The number of its pages; null when the provider does not say. */
  readonly pageCount?: Maybe<Scalars['Int']['output']>;
  /** The provider that read it. */
  readonly provider: DataProvider;
  /** The provider's own result of a check of the figures; null when it has none. At most 200 characters. */
  readonly providerCheck?: Maybe<Scalars['String']['output']>;
  /** The provider's own id of it; null when it has none. At most 255 characters. */
  readonly providerReference?: Maybe<Scalars['String']['output']>;
  /** Whether the opening balance plus all transactions equals the closing balance exactly; null when it cannot be checked. */
  readonly reconciles?: Maybe<Scalars['Boolean']['output']>;
  /** The last day of its period; null when it does not say. */
  readonly to?: Maybe<Scalars['Date']['output']>;
  /** The printed sum of the money in: positive or zero. Null when it does not say. */
  readonly totalCredits?: Maybe<MonetaryAmount>;
  /** The printed sum of the money out: negative or zero. Null when it does not say. */
  readonly totalDebits?: Maybe<MonetaryAmount>;
  /** The number of transactions read from it; null when unknown. */
  readonly transactionCount?: Maybe<Scalars['Int']['output']>;
  /** Its transactions. Duplicates are always included: `includeDuplicates` has no effect here. */
  readonly transactions: TransactionConnection;
};


/** A bank statement, as a provider read it from a document. If it is read again, it keeps its id. */
export type StatementTransactionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TransactionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy: TransactionOrder;
};

/** The account as printed on a statement. Each field is null when the statement does not say. */
export type StatementAccount = {
  /** Its full number. Needs the scope `read:account-numbers`. At most 100 characters. */
  readonly accountNumber?: Maybe<Scalars['String']['output']>;
  /** Business Identifier Code of the bank. At most 50 characters. */
  readonly bic?: Maybe<Scalars['String']['output']>;
  /** The type of account, as the provider names it. At most 200 characters. */
  readonly category?: Maybe<Scalars['String']['output']>;
  /** Country of the account, ISO 3166-1 alpha-2. At most 50 characters. */
  readonly countryCode?: Maybe<Scalars['String']['output']>;
  /** The agreed credit limit. Positive. */
  readonly creditLimit?: Maybe<MonetaryAmount>;
  /** Name of its holder. At most 500 characters. */
  readonly holderName?: Maybe<Scalars['String']['output']>;
  /** International Bank Account Number in full. Needs the scope `read:account-numbers`. At most 100 characters. */
  readonly iban?: Maybe<Scalars['String']['output']>;
  /** Indian Financial System Code of the branch. At most 50 characters. */
  readonly ifsc?: Maybe<Scalars['String']['output']>;
  /** The IBAN with all but its country code and its last four characters hidden. At most 100 characters. */
  readonly maskedIban?: Maybe<Scalars['String']['output']>;
  /** Its number with all but the last four characters hidden, a short number is hidden completely. Derived from the IBAN when there is no number. At most 100 characters. */
  readonly maskedNumber?: Maybe<Scalars['String']['output']>;
  /** Code for Magnetic Ink Character Recognition of the branch. At most 50 characters. */
  readonly micr?: Maybe<Scalars['String']['output']>;
  /** The amount by which the account may be overdrawn. Positive. */
  readonly overdraftLimit?: Maybe<MonetaryAmount>;
};

/** A page of bank statements. */
export type StatementConnection = {
  /** The statements of the page with their cursors. */
  readonly edges: ReadonlyArray<StatementEdge>;
  /** The position of the page in its list. */
  readonly pageInfo: PageInfo;
  /** The number of statements in the whole list. Counted only when the field is selected. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A figure of a statement that another provider read differently from the same document. */
export type StatementDisagreement = {
  /** Its value in this statement; an amount is in the currency of this statement. */
  readonly ours: Scalars['Decimal']['output'];
  /** The other reading, which is a duplicate. */
  readonly statement: Statement;
  /** Its value in the other reading; an amount is in the currency of the other reading. */
  readonly theirs: Scalars['Decimal']['output'];
  /** The figure. */
  readonly what: StatementFigure;
};

/** A bank statement in a page. */
export type StatementEdge = {
  /** Its place in the list. At most 2,000 characters. */
  readonly cursor: Scalars['String']['output'];
  /** The statement. */
  readonly node: Statement;
};

/** A figure by which two readings of a statement are compared. */
export type StatementFigure =
  /** The printed balance after the last transaction. */
  | 'CLOSING_BALANCE'
  /** The printed balance before the first transaction. */
  | 'OPENING_BALANCE'
  /** The number of transactions read. */
  | 'TRANSACTION_COUNT'
  /** The sum of the transactions read. Not compared when they have several currencies. */
  | 'TRANSACTION_SUM';

/** Subscriptions, over a WebSocket (`graphql-transport-ws`) or as server-sent events (`Accept: text/event-stream`). Needs the scope `read`. */
export type Subscription = {
  /**
   * The analysis: its current state, then each later version in order, without repetitions. Versions in between may be
   * skipped, the final one never. Completes after a final state. NOT_FOUND when there is none.
   */
  readonly analysisUpdated: Analysis;
  /**
   * A bank login: its current state, then again after each event about it. Ends when the applicant is erased. NOT_FOUND
   * for an id that does not exist.
   */
  readonly bankLoginUpdated: BankLogin;
  /** The case: its current state, then again after each of its events. Completes when its applicant is erased. NOT_FOUND when there is none. */
  readonly caseUpdated: Case;
  /**
   * New events in order, each exactly once. Keep the cursor of the last event that you processed and pass it when you
   * reconnect: all later events are delivered first. CURSOR_EXPIRED when events after it were purged.
   */
  readonly events: ActivityEvent;
};


/** Subscriptions, over a WebSocket (`graphql-transport-ws`) or as server-sent events (`Accept: text/event-stream`). Needs the scope `read`. */
export type SubscriptionAnalysisUpdatedArgs = {
  id: Scalars['ID']['input'];
};


/** Subscriptions, over a WebSocket (`graphql-transport-ws`) or as server-sent events (`Accept: text/event-stream`). Needs the scope `read`. */
export type SubscriptionBankLoginUpdatedArgs = {
  id: Scalars['ID']['input'];
};


/** Subscriptions, over a WebSocket (`graphql-transport-ws`) or as server-sent events (`Accept: text/event-stream`). Needs the scope `read`. */
export type SubscriptionCaseUpdatedArgs = {
  id: Scalars['ID']['input'];
};


/** Subscriptions, over a WebSocket (`graphql-transport-ws`) or as server-sent events (`Accept: text/event-stream`). Needs the scope `read`. */
export type SubscriptionEventsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<EventFilter>;
};

/** A provider's synchronization of a login with the bank. */
export type Synchronization = {
  /** Whether the provider fetches new data without the customer; null when it does not say. */
  readonly automatic?: Maybe<Scalars['Boolean']['output']>;
  /** When it was last complete; null when the provider does not say, or it never was. */
  readonly lastSynchronizedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The provider's own name of the state; null when it has none. At most 200 characters. */
  readonly providerState?: Maybe<Scalars['String']['output']>;
  /** Its state. */
  readonly state: SynchronizationState;
};

/** The states of a synchronization. */
export type SynchronizationState =
  /** The customer has to sign in at the bank again: see `synchronizeBankLogin`. */
  | 'ACTION_REQUIRED'
  /** The provider cannot fetch new data at the moment. */
  | 'ERROR'
  /** Another state: see `providerState`. */
  | 'OTHER'
  /** The provider has all data of the bank. */
  | 'SYNCHRONIZED'
  /** The provider is fetching new data. */
  | 'SYNCHRONIZING';

/** The bank login to synchronize. */
export type SynchronizeBankLoginInput = {
  /** Id of the bank login (`blg_…`). At most 255 characters. */
  readonly bankLoginId: Scalars['ID']['input'];
  /** Where the browser goes after a failure. REDIRECT_NOT_ALLOWED unless it is among your allowed addresses. */
  readonly errorUrl: Scalars['URL']['input'];
  /** Where the browser goes when the customer cancelled. REDIRECT_NOT_ALLOWED unless it is among your allowed addresses. */
  readonly exitUrl: Scalars['URL']['input'];
  /** Where the browser goes after the synchronization. REDIRECT_NOT_ALLOWED unless it is among your allowed addresses. */
  readonly successUrl: Scalars['URL']['input'];
  /**
   * The customer's public IP address, such as `203.0.113.7`, which is sent to the bank. When absent, the address from
   * which this request comes. Private and loopback addresses are refused. At most 100 characters.
   */
  readonly userIp?: InputMaybe<Scalars['String']['input']>;
};

/** The answer to `synchronizeBankLogin`. */
export type SynchronizeBankLoginPayload = {
  /** The login in its current state; null when there are `userErrors`. */
  readonly bankLogin?: Maybe<BankLogin>;
  /**
   * The page of the provider on which the customer confirms it. Give it only to the customer. Null when the customer is
   * not needed, or there are `userErrors`.
   */
  readonly redirectUrl?: Maybe<Scalars['URL']['output']>;
  /** The visit to that page; null when there is none. */
  readonly session?: Maybe<BankSession>;
  /** Errors in the input. Empty on success. At most 10. */
  readonly userErrors: ReadonlyArray<InputProblem>;
};

/** A tag of a transaction from a provider. */
export type Tag = {
  /** The tag. At most 200 characters. */
  readonly name: Scalars['String']['output'];
  /** Its source, as the provider names it; null when it does not say. At most 200 characters. */
  readonly source?: Maybe<Scalars['String']['output']>;
};

/** A transaction on an account. If it is read again, it keeps its id. */
export type Transaction = {
  /** The bank account it was read from; null when it was read from a statement. */
  readonly account?: Maybe<BankAccount>;
  /** The amount: money in is positive, money out is negative. */
  readonly amount: MonetaryAmount;
  /** The applicant to whom it belongs. */
  readonly applicant: Applicant;
  /** The balance of the account after it; null when the statement does not say. */
  readonly balanceAfter?: Maybe<MonetaryAmount>;
  /** The booking date; null when the provider does not say. */
  readonly bookingDate?: Maybe<Scalars['Date']['output']>;
  /** Its category; null when the provider does not say. */
  readonly category?: Maybe<TransactionCategory>;
  /** The channel (card, transfer, cash …), as the provider names it; null when it does not say. At most 200 characters. */
  readonly channel?: Maybe<Scalars['String']['output']>;
  /** Codes of the bank or the provider for the type of transaction, at most 20. */
  readonly codes: ReadonlyArray<TransactionCode>;
  /** The other party; null when the provider does not say. */
  readonly counterparty?: Maybe<Counterparty>;
  /** Its text on the statement; null when there is none. At most 4,000 characters. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** The direction of the money. It agrees with the sign of the amount; for zero it is the provider's value, otherwise CREDIT. */
  readonly direction: CreditDebit;
  /**
   * The transaction of which this one is a duplicate: the same one in the statement of which its own is a duplicate, in an
   * overlapping statement of the same account that was published earlier (equal date, amount, currency and description, the
   * n-th equal one of that day), or in the same account read from the bank; for a replaced pending one, the booked one.
   * Null when this one is not a duplicate, or when the more complete reading of its statement does not contain it.
   */
  readonly duplicateOf?: Maybe<Transaction>;
  /** The date by which lists are ordered: the booking date, otherwise the value date, the end or the beginning of the statement, or the day it was read, the first that is known. */
  readonly effectiveDate: Scalars['Date']['output'];
  /** Our id (`txn_…`). */
  readonly id: Scalars['ID']['output'];
  /** The reference of the direct debit mandate; null when there is none. At most 255 characters. */
  readonly mandateReference?: Maybe<Scalars['String']['output']>;
  /** The provider that read it. */
  readonly provider: DataProvider;
  /** The provider's own id of it; null when it has none. At most 255 characters. */
  readonly providerTransactionId?: Maybe<Scalars['String']['output']>;
  /** A reference from one party, such as an end-to-end or cheque number; null when there is none. At most 255 characters. */
  readonly reference?: Maybe<Scalars['String']['output']>;
  /** The pending transaction that this booked one replaced, and that no longer counts; null when there is none. */
  readonly replaces?: Maybe<Transaction>;
  /** The bank statement that contains it; null when none does. */
  readonly statement?: Maybe<Statement>;
  /** Whether it is booked. */
  readonly status: TransactionStatus;
  /** The provider's tags, at most 20. */
  readonly tags: ReadonlyArray<Tag>;
  /** The value date, from which it counts for interest; null when the provider does not say. */
  readonly valueDate?: Maybe<Scalars['Date']['output']>;
};

/** The category of a transaction. */
export type TransactionCategory = {
  /** The category, the same for every provider. */
  readonly code: TransactionCategoryCode;
  /** The provider's own category; null when it has none. At most 200 characters. */
  readonly providerCode?: Maybe<Scalars['String']['output']>;
};

/** The categories of transactions, which are the same for every provider. */
export type TransactionCategoryCode =
  /** Pensions, allowances and other public benefits received. */
  | 'BENEFIT'
  /** Cash deposits and withdrawals. */
  | 'CASH'
  /** Charges of the bank. */
  | 'FEES'
  /** Betting, lotteries and casinos. */
  | 'GAMBLING'
  /** Food and daily needs. */
  | 'GROCERIES'
  /** Rent, mortgage and other costs of a home. */
  | 'HOUSING'
  /** Insurance premiums and payments. */
  | 'INSURANCE'
  /** A loan paid out to the account. */
  | 'LOAN_DISBURSEMENT'
  /** Interest and principal paid on a loan. */
  | 'LOAN_REPAYMENT'
  /** Another or an unknown category. */
  | 'OTHER'
  /** Any other income. */
  | 'OTHER_INCOME'
  /** Returned payments, such as a direct debit or cheque. */
  | 'RETURNED'
  /** Wages and salaries received. */
  | 'SALARY'
  /** Any other spending. */
  | 'SPENDING'
  /** Taxes, paid or refunded. */
  | 'TAX'
  /** Money received from another account or person. */
  | 'TRANSFER_IN'
  /** Money sent to another account or person. */
  | 'TRANSFER_OUT'
  /** Fuel, fares and other costs of travelling. */
  | 'TRANSPORT'
  /** Electricity, water, telephone and the like. */
  | 'UTILITIES';

/** A code for the type of transaction. */
export type TransactionCode = {
  /** The list of codes to which it belongs. At most 200 characters. */
  readonly type: Scalars['String']['output'];
  /** The code. At most 200 characters. */
  readonly value: Scalars['String']['output'];
};

/** A page of transactions. */
export type TransactionConnection = {
  /** The transactions of the page with their cursors. */
  readonly edges: ReadonlyArray<TransactionEdge>;
  /** The position of the page in its list. */
  readonly pageInfo: PageInfo;
  /** The number of transactions in the whole list. Counted only when the field is selected. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A transaction in a page. */
export type TransactionEdge = {
  /** Its place in the list. At most 2,000 characters. */
  readonly cursor: Scalars['String']['output'];
  /** The transaction. */
  readonly node: Transaction;
};

/** A filter of transactions. An item must match all given members; an empty list matches nothing. */
export type TransactionFilter = {
  /** Only those read from one of these bank accounts (`bac_…`). At most 255 characters. */
  readonly accountIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Only those with an amount in this range, in any currency. */
  readonly amount?: InputMaybe<DecimalRange>;
  /** Only those of one of these categories. */
  readonly categories?: InputMaybe<ReadonlyArray<TransactionCategoryCode>>;
  /** Only those in this direction. */
  readonly direction?: InputMaybe<CreditDebit>;
  /** Only those with an effective date in this range. */
  readonly effectiveDate?: InputMaybe<DateRange>;
  /** Whether to include duplicates, which do not count; not included when absent. */
  readonly includeDuplicates?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only those read by one of these providers, such as `flvxtract`. At most 255 characters. */
  readonly providerIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Only those with this text in their description or the counterparty's name, ignoring case, Unicode form and the kind of white space. At most 200 characters. */
  readonly search?: InputMaybe<Scalars['String']['input']>;
  /** Only those in this status. */
  readonly status?: InputMaybe<TransactionStatus>;
};

/** The orders of transactions. Equal ones keep the order of their statement or account. */
export type TransactionOrder =
  /** By signed amount, smallest first: money out before money in. */
  | 'AMOUNT_ASC'
  /** By signed amount, largest first: money in before money out. */
  | 'AMOUNT_DESC'
  /** By effective date, earliest first. */
  | 'EFFECTIVE_DATE_ASC'
  /** By effective date, latest first. */
  | 'EFFECTIVE_DATE_DESC';

/** The status of a transaction. */
export type TransactionStatus =
  /** Booked: final. */
  | 'BOOKED'
  /** The provider says something else. */
  | 'OTHER'
  /** Announced by the bank, not booked yet. */
  | 'PENDING';

/** The changes of an applicant. Absent members are not changed. */
export type UpdateApplicantInput = {
  /** Id of the applicant (`app_…`). At most 255 characters. */
  readonly applicantId: Scalars['ID']['input'];
  /** The applicant's name; null deletes it. At most 500 characters. */
  readonly displayName?: InputMaybe<Scalars['String']['input']>;
  /** The number of a company in a public register; null deletes it. */
  readonly registration?: InputMaybe<CompanyRegistrationInput>;
};

/** The answer to `updateApplicant`. */
export type UpdateApplicantPayload = {
  /** The applicant as it is now; null when there are `userErrors`. */
  readonly applicant?: Maybe<Applicant>;
  /** Errors in the input. Empty on success. At most 10. */
  readonly userErrors: ReadonlyArray<InputProblem>;
};

/** An HTTP header. */
export type UploadHeader = {
  /** Its name. At most 100 characters. */
  readonly name: Scalars['String']['output'];
  /** Its value. At most 255 characters. */
  readonly value: Scalars['String']['output'];
};

/** Whether documents are the requested ones. */
export type ValidationStatus =
  /** They are. */
  | 'COMPLIANT'
  /** At least one is not. */
  | 'NON_COMPLIANT'
  /** The provider returned another value, or none. */
  | 'OTHER';



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Analysis: Analysis;
  Applicant: Applicant;
  BankAccount: BankAccount;
  BankLogin: BankLogin;
  Case: Case;
  CaseDocument: CaseDocument;
  DataProvider: DataProvider;
  RiskAssessment: RiskAssessment;
  Statement: Statement;
  Transaction: Transaction;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Analysis:
    ( { __typename: 'Analysis' }
    & GraphQLRecursivePick<FederationTypes['Analysis'], {"id":true}> );
  Applicant:
    ( { __typename: 'Applicant' }
    & ( GraphQLRecursivePick<FederationTypes['Applicant'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['Applicant'], {"reference":true}> ) );
  BankAccount:
    ( { __typename: 'BankAccount' }
    & GraphQLRecursivePick<FederationTypes['BankAccount'], {"id":true}> );
  BankLogin:
    ( { __typename: 'BankLogin' }
    & GraphQLRecursivePick<FederationTypes['BankLogin'], {"id":true}> );
  Case:
    ( { __typename: 'Case' }
    & GraphQLRecursivePick<FederationTypes['Case'], {"id":true}> );
  CaseDocument:
    ( { __typename: 'CaseDocument' }
    & GraphQLRecursivePick<FederationTypes['CaseDocument'], {"id":true}> );
  DataProvider:
    ( { __typename: 'DataProvider' }
    & GraphQLRecursivePick<FederationTypes['DataProvider'], {"id":true}> );
  RiskAssessment:
    ( { __typename: 'RiskAssessment' }
    & GraphQLRecursivePick<FederationTypes['RiskAssessment'], {"id":true}> );
  Statement:
    ( { __typename: 'Statement' }
    & GraphQLRecursivePick<FederationTypes['Statement'], {"id":true}> );
  Transaction:
    ( { __typename: 'Transaction' }
    & GraphQLRecursivePick<FederationTypes['Transaction'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AccessToken: ResolverTypeWrapper<AccessToken>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  AccountType: AccountType;
  ActivityEvent: ResolverTypeWrapper<ActivityEventSource>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  ActivityEventConnection: ResolverTypeWrapper<ConnectionPage<ActivityEventSource>>;
  ActivityEventEdge: ResolverTypeWrapper<Edge<ActivityEventSource>>;
  AlertSource: AlertSource;
  Analysis: ResolverTypeWrapper<AnalysisSource>;
  AnalysisAction: AnalysisAction;
  AnalysisConnection: ResolverTypeWrapper<Connection<AnalysisSource>>;
  AnalysisDocumentInput: AnalysisDocumentInput;
  AnalysisEdge: ResolverTypeWrapper<Edge<AnalysisSource>>;
  AnalysisError: ResolverTypeWrapper<AnalysisErrorSource>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  AnalysisFilter: AnalysisFilter;
  AnalysisOptionsInput: AnalysisOptionsInput;
  AnalysisProduct: AnalysisProduct;
  AnalysisRun: ResolverTypeWrapper<AnalysisRunSource>;
  AnalysisStage: AnalysisStage;
  AnalysisStatus: AnalysisStatus;
  Applicant: ResolverTypeWrapper<ApplicantSource>;
  ApplicantConnection: ResolverTypeWrapper<Connection<ApplicantSource>>;
  ApplicantEdge: ResolverTypeWrapper<Edge<ApplicantSource>>;
  ApplicantFilter: ApplicantFilter;
  ApplicantKind: ApplicantKind;
  Bank: ResolverTypeWrapper<BankSource>;
  BankAccount: ResolverTypeWrapper<BankAccountSource>;
  BankConnection: ResolverTypeWrapper<BankConnectionSource>;
  BankEdge: ResolverTypeWrapper<Edge<BankSource>>;
  BankLogin: ResolverTypeWrapper<BankLoginSource>;
  BankSession: ResolverTypeWrapper<BankSessionSource>;
  BankSessionPurpose: BankSessionPurpose;
  BankSessionStatus: BankSessionStatus;
  CancelAnalysisInput: CancelAnalysisInput;
  CancelAnalysisPayload: ResolverTypeWrapper<Omit<CancelAnalysisPayload, 'analysis'> & { analysis?: Maybe<ResolversTypes['Analysis']> }>;
  Case: ResolverTypeWrapper<CaseSource>;
  CaseConnection: ResolverTypeWrapper<Connection<CaseSource>>;
  CaseDecision: ResolverTypeWrapper<CaseDecisionSource>;
  CaseDocument: ResolverTypeWrapper<CaseDocumentSource>;
  CaseEdge: ResolverTypeWrapper<Edge<CaseSource>>;
  CaseFilter: CaseFilter;
  CaseOrder: CaseOrder;
  CaseStatus: CaseStatus;
  CashFlowInterval: CashFlowInterval;
  CashFlowPeriod: ResolverTypeWrapper<CashFlowPeriodSource>;
  Company: ResolverTypeWrapper<CompanySource>;
  CompanyRegistration: ResolverTypeWrapper<CompanyRegistration>;
  CompanyRegistrationInput: CompanyRegistrationInput;
  ConnectBankInput: ConnectBankInput;
  ConnectBankPayload: ResolverTypeWrapper<Omit<ConnectBankPayload, 'session'> & { session?: Maybe<ResolversTypes['BankSession']> }>;
  Consent: ResolverTypeWrapper<ConsentSource>;
  ConsentStatus: ConsentStatus;
  Counterparty: ResolverTypeWrapper<CounterpartySource>;
  CreateAccessTokenInput: CreateAccessTokenInput;
  CreateAccessTokenPayload: ResolverTypeWrapper<CreateAccessTokenPayload>;
  CreateApplicantInput: CreateApplicantInput;
  CreateApplicantPayload: ResolverTypeWrapper<Omit<CreateApplicantPayload, 'applicant'> & { applicant?: Maybe<ResolversTypes['Applicant']> }>;
  CreateDocumentUploadInput: CreateDocumentUploadInput;
  CreateDocumentUploadPayload: ResolverTypeWrapper<Omit<CreateDocumentUploadPayload, 'document'> & { document?: Maybe<ResolversTypes['CaseDocument']> }>;
  CreditDebit: CreditDebit;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  Cursor: ResolverTypeWrapper<Scalars['Cursor']['output']>;
  DataProvider: ResolverTypeWrapper<DataProviderSource>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateRange: DateRange;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DateTimeRange: DateTimeRange;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  DecimalRange: DecimalRange;
  DecisionAlert: ResolverTypeWrapper<DecisionAlertSource>;
  DecisionStatus: DecisionStatus;
  DecisionWords: ResolverTypeWrapper<DecisionWords>;
  DeleteBankLoginInput: DeleteBankLoginInput;
  DeleteBankLoginPayload: ResolverTypeWrapper<Omit<DeleteBankLoginPayload, 'bankLogin'> & { bankLogin?: Maybe<ResolversTypes['BankLogin']> }>;
  DisconnectBankInput: DisconnectBankInput;
  DisconnectBankPayload: ResolverTypeWrapper<Omit<DisconnectBankPayload, 'applicant'> & { applicant?: Maybe<ResolversTypes['Applicant']> }>;
  DocumentKind: DocumentKind;
  DocumentPeriod: DocumentPeriod;
  DocumentResult: ResolverTypeWrapper<DocumentResultSource>;
  DocumentResultStatus: DocumentResultStatus;
  DocumentStatus: DocumentStatus;
  DocumentUpload: ResolverTypeWrapper<DocumentUpload>;
  DownloadLink: ResolverTypeWrapper<DownloadLink>;
  EraseApplicantInput: EraseApplicantInput;
  EraseApplicantPayload: ResolverTypeWrapper<Omit<EraseApplicantPayload, 'erasure'> & { erasure?: Maybe<ResolversTypes['Erasure']> }>;
  Erasure: ResolverTypeWrapper<ErasureSource>;
  ErasureRemainder: ResolverTypeWrapper<ErasureRemainderSource>;
  ErrorCode: ErrorCode;
  EventFilter: EventFilter;
  EventSource: EventSource;
  EventType: EventType;
  ExtractionConfidence: ResolverTypeWrapper<ExtractionConfidence>;
  ImportBankLoginsInput: ImportBankLoginsInput;
  ImportBankLoginsPayload: ResolverTypeWrapper<Omit<ImportBankLoginsPayload, 'bankLogins'> & { bankLogins?: Maybe<ReadonlyArray<ResolversTypes['BankLogin']>> }>;
  ImportMode: ImportMode;
  ImportedAccountInput: ImportedAccountInput;
  ImportedBankInput: ImportedBankInput;
  ImportedCounterpartyInput: ImportedCounterpartyInput;
  ImportedLoginInput: ImportedLoginInput;
  ImportedSecurityInput: ImportedSecurityInput;
  ImportedStandingOrderInput: ImportedStandingOrderInput;
  ImportedTagInput: ImportedTagInput;
  ImportedTransactionCodeInput: ImportedTransactionCodeInput;
  ImportedTransactionInput: ImportedTransactionInput;
  InputProblem: ResolverTypeWrapper<InputProblem>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  LocalizedText: ResolverTypeWrapper<LocalizedText>;
  Logo: ResolverTypeWrapper<Logo>;
  ManageBankLoginsInput: ManageBankLoginsInput;
  ManageBankLoginsPayload: ResolverTypeWrapper<Omit<ManageBankLoginsPayload, 'session'> & { session?: Maybe<ResolversTypes['BankSession']> }>;
  Metric: ResolverTypeWrapper<MetricSource>;
  MetricConnection: ResolverTypeWrapper<Connection<MetricSource>>;
  MetricEdge: ResolverTypeWrapper<Edge<MetricSource>>;
  MonetaryAmount: ResolverTypeWrapper<MonetaryAmount>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  OpenCaseInput: OpenCaseInput;
  OpenCasePayload: ResolverTypeWrapper<Omit<OpenCasePayload, 'case'> & { case?: Maybe<ResolversTypes['Case']> }>;
  PageInfo: ResolverTypeWrapper<PageInfoSource>;
  PaymentPartner: ResolverTypeWrapper<PaymentPartnerSource>;
  ProviderHealth: ProviderHealth;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RegistrationScheme: RegistrationScheme;
  ReportFile: ResolverTypeWrapper<ReportFileSource>;
  RequestConsentInput: RequestConsentInput;
  RequestConsentPayload: ResolverTypeWrapper<Omit<RequestConsentPayload, 'consent'> & { consent?: Maybe<ResolversTypes['Consent']> }>;
  RequiredAction: ResolverTypeWrapper<RequiredActionSource>;
  RequiredActionType: RequiredActionType;
  RetryAnalysisInput: RetryAnalysisInput;
  RetryAnalysisPayload: ResolverTypeWrapper<Omit<RetryAnalysisPayload, 'analysis'> & { analysis?: Maybe<ResolversTypes['Analysis']> }>;
  RiskAssessment: ResolverTypeWrapper<RiskAssessmentSource>;
  RiskFlag: ResolverTypeWrapper<RiskFlag>;
  RiskKind: RiskKind;
  RiskLevel: RiskLevel;
  RiskSignal: ResolverTypeWrapper<RiskSignal>;
  Score: ResolverTypeWrapper<Score>;
  Security: ResolverTypeWrapper<Security>;
  SendFaxInput: SendFaxInput;
  SendFaxPayload: ResolverTypeWrapper<Omit<SendFaxPayload, 'shipment'> & { shipment?: Maybe<ResolversTypes['Shipment']> }>;
  SendLetterInput: SendLetterInput;
  SendLetterPayload: ResolverTypeWrapper<Omit<SendLetterPayload, 'shipment'> & { shipment?: Maybe<ResolversTypes['Shipment']> }>;
  ShareLinkInput: ShareLinkInput;
  Shipment: ResolverTypeWrapper<ShipmentSource>;
  ShipmentAddress: ResolverTypeWrapper<ShipmentAddress>;
  ShipmentAddressInput: ShipmentAddressInput;
  ShipmentChannel: ShipmentChannel;
  ShipmentConnection: ResolverTypeWrapper<Connection<ShipmentSource>>;
  ShipmentEdge: ResolverTypeWrapper<Edge<ShipmentSource>>;
  ShipmentStatus: ShipmentStatus;
  SignalSentiment: SignalSentiment;
  SourceState: ResolverTypeWrapper<SourceStateSource>;
  SourceStatus: SourceStatus;
  StandingOrder: ResolverTypeWrapper<StandingOrder>;
  StartAnalysisInput: StartAnalysisInput;
  StartAnalysisPayload: ResolverTypeWrapper<Omit<StartAnalysisPayload, 'analysis'> & { analysis?: Maybe<ResolversTypes['Analysis']> }>;
  Statement: ResolverTypeWrapper<StatementSource>;
  StatementAccount: ResolverTypeWrapper<StatementAccount>;
  StatementConnection: ResolverTypeWrapper<Connection<StatementSource>>;
  StatementDisagreement: ResolverTypeWrapper<StatementDisagreementSource>;
  StatementEdge: ResolverTypeWrapper<Edge<StatementSource>>;
  StatementFigure: StatementFigure;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Synchronization: ResolverTypeWrapper<Synchronization>;
  SynchronizationState: SynchronizationState;
  SynchronizeBankLoginInput: SynchronizeBankLoginInput;
  SynchronizeBankLoginPayload: ResolverTypeWrapper<Omit<SynchronizeBankLoginPayload, 'bankLogin' | 'session'> & { bankLogin?: Maybe<ResolversTypes['BankLogin']>, session?: Maybe<ResolversTypes['BankSession']> }>;
  Tag: ResolverTypeWrapper<Tag>;
  Transaction: ResolverTypeWrapper<TransactionSource>;
  TransactionCategory: ResolverTypeWrapper<TransactionCategory>;
  TransactionCategoryCode: TransactionCategoryCode;
  TransactionCode: ResolverTypeWrapper<TransactionCode>;
  TransactionConnection: ResolverTypeWrapper<Connection<TransactionSource>>;
  TransactionEdge: ResolverTypeWrapper<Edge<TransactionSource>>;
  TransactionFilter: TransactionFilter;
  TransactionOrder: TransactionOrder;
  TransactionStatus: TransactionStatus;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
  UpdateApplicantInput: UpdateApplicantInput;
  UpdateApplicantPayload: ResolverTypeWrapper<Omit<UpdateApplicantPayload, 'applicant'> & { applicant?: Maybe<ResolversTypes['Applicant']> }>;
  UploadHeader: ResolverTypeWrapper<UploadHeader>;
  ValidationStatus: ValidationStatus;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AccessToken: AccessToken;
  String: Scalars['String']['output'];
  ActivityEvent: ActivityEventSource;
  Int: Scalars['Int']['output'];
  ID: Scalars['ID']['output'];
  ActivityEventConnection: ConnectionPage<ActivityEventSource>;
  ActivityEventEdge: Edge<ActivityEventSource>;
  Analysis: AnalysisSource;
  AnalysisConnection: Connection<AnalysisSource>;
  AnalysisDocumentInput: AnalysisDocumentInput;
  AnalysisEdge: Edge<AnalysisSource>;
  AnalysisError: AnalysisErrorSource;
  Boolean: Scalars['Boolean']['output'];
  AnalysisFilter: AnalysisFilter;
  AnalysisOptionsInput: AnalysisOptionsInput;
  AnalysisRun: AnalysisRunSource;
  Applicant: ApplicantSource;
  ApplicantConnection: Connection<ApplicantSource>;
  ApplicantEdge: Edge<ApplicantSource>;
  ApplicantFilter: ApplicantFilter;
  Bank: BankSource;
  BankAccount: BankAccountSource;
  BankConnection: BankConnectionSource;
  BankEdge: Edge<BankSource>;
  BankLogin: BankLoginSource;
  BankSession: BankSessionSource;
  CancelAnalysisInput: CancelAnalysisInput;
  CancelAnalysisPayload: Omit<CancelAnalysisPayload, 'analysis'> & { analysis?: Maybe<ResolversParentTypes['Analysis']> };
  Case: CaseSource;
  CaseConnection: Connection<CaseSource>;
  CaseDecision: CaseDecisionSource;
  CaseDocument: CaseDocumentSource;
  CaseEdge: Edge<CaseSource>;
  CaseFilter: CaseFilter;
  CashFlowPeriod: CashFlowPeriodSource;
  Company: CompanySource;
  CompanyRegistration: CompanyRegistration;
  CompanyRegistrationInput: CompanyRegistrationInput;
  ConnectBankInput: ConnectBankInput;
  ConnectBankPayload: Omit<ConnectBankPayload, 'session'> & { session?: Maybe<ResolversParentTypes['BankSession']> };
  Consent: ConsentSource;
  Counterparty: CounterpartySource;
  CreateAccessTokenInput: CreateAccessTokenInput;
  CreateAccessTokenPayload: CreateAccessTokenPayload;
  CreateApplicantInput: CreateApplicantInput;
  CreateApplicantPayload: Omit<CreateApplicantPayload, 'applicant'> & { applicant?: Maybe<ResolversParentTypes['Applicant']> };
  CreateDocumentUploadInput: CreateDocumentUploadInput;
  CreateDocumentUploadPayload: Omit<CreateDocumentUploadPayload, 'document'> & { document?: Maybe<ResolversParentTypes['CaseDocument']> };
  CurrencyCode: Scalars['CurrencyCode']['output'];
  Cursor: Scalars['Cursor']['output'];
  DataProvider: DataProviderSource;
  Date: Scalars['Date']['output'];
  DateRange: DateRange;
  DateTime: Scalars['DateTime']['output'];
  DateTimeRange: DateTimeRange;
  Decimal: Scalars['Decimal']['output'];
  DecimalRange: DecimalRange;
  DecisionAlert: DecisionAlertSource;
  DecisionWords: DecisionWords;
  DeleteBankLoginInput: DeleteBankLoginInput;
  DeleteBankLoginPayload: Omit<DeleteBankLoginPayload, 'bankLogin'> & { bankLogin?: Maybe<ResolversParentTypes['BankLogin']> };
  DisconnectBankInput: DisconnectBankInput;
  DisconnectBankPayload: Omit<DisconnectBankPayload, 'applicant'> & { applicant?: Maybe<ResolversParentTypes['Applicant']> };
  DocumentResult: DocumentResultSource;
  DocumentUpload: DocumentUpload;
  DownloadLink: DownloadLink;
  EraseApplicantInput: EraseApplicantInput;
  EraseApplicantPayload: Omit<EraseApplicantPayload, 'erasure'> & { erasure?: Maybe<ResolversParentTypes['Erasure']> };
  Erasure: ErasureSource;
  ErasureRemainder: ErasureRemainderSource;
  EventFilter: EventFilter;
  ExtractionConfidence: ExtractionConfidence;
  ImportBankLoginsInput: ImportBankLoginsInput;
  ImportBankLoginsPayload: Omit<ImportBankLoginsPayload, 'bankLogins'> & { bankLogins?: Maybe<ReadonlyArray<ResolversParentTypes['BankLogin']>> };
  ImportedAccountInput: ImportedAccountInput;
  ImportedBankInput: ImportedBankInput;
  ImportedCounterpartyInput: ImportedCounterpartyInput;
  ImportedLoginInput: ImportedLoginInput;
  ImportedSecurityInput: ImportedSecurityInput;
  ImportedStandingOrderInput: ImportedStandingOrderInput;
  ImportedTagInput: ImportedTagInput;
  ImportedTransactionCodeInput: ImportedTransactionCodeInput;
  ImportedTransactionInput: ImportedTransactionInput;
  InputProblem: InputProblem;
  JSON: Scalars['JSON']['output'];
  LocalizedText: LocalizedText;
  Logo: Logo;
  ManageBankLoginsInput: ManageBankLoginsInput;
  ManageBankLoginsPayload: Omit<ManageBankLoginsPayload, 'session'> & { session?: Maybe<ResolversParentTypes['BankSession']> };
  Metric: MetricSource;
  MetricConnection: Connection<MetricSource>;
  MetricEdge: Edge<MetricSource>;
  MonetaryAmount: MonetaryAmount;
  Mutation: Record<PropertyKey, never>;
  OpenCaseInput: OpenCaseInput;
  OpenCasePayload: Omit<OpenCasePayload, 'case'> & { case?: Maybe<ResolversParentTypes['Case']> };
  PageInfo: PageInfoSource;
  PaymentPartner: PaymentPartnerSource;
  Query: Record<PropertyKey, never>;
  ReportFile: ReportFileSource;
  RequestConsentInput: RequestConsentInput;
  RequestConsentPayload: Omit<RequestConsentPayload, 'consent'> & { consent?: Maybe<ResolversParentTypes['Consent']> };
  RequiredAction: RequiredActionSource;
  RetryAnalysisInput: RetryAnalysisInput;
  RetryAnalysisPayload: Omit<RetryAnalysisPayload, 'analysis'> & { analysis?: Maybe<ResolversParentTypes['Analysis']> };
  RiskAssessment: RiskAssessmentSource;
  RiskFlag: RiskFlag;
  RiskSignal: RiskSignal;
  Score: Score;
  Security: Security;
  SendFaxInput: SendFaxInput;
  SendFaxPayload: Omit<SendFaxPayload, 'shipment'> & { shipment?: Maybe<ResolversParentTypes['Shipment']> };
  SendLetterInput: SendLetterInput;
  SendLetterPayload: Omit<SendLetterPayload, 'shipment'> & { shipment?: Maybe<ResolversParentTypes['Shipment']> };
  ShareLinkInput: ShareLinkInput;
  Shipment: ShipmentSource;
  ShipmentAddress: ShipmentAddress;
  ShipmentAddressInput: ShipmentAddressInput;
  ShipmentConnection: Connection<ShipmentSource>;
  ShipmentEdge: Edge<ShipmentSource>;
  SourceState: SourceStateSource;
  StandingOrder: StandingOrder;
  StartAnalysisInput: StartAnalysisInput;
  StartAnalysisPayload: Omit<StartAnalysisPayload, 'analysis'> & { analysis?: Maybe<ResolversParentTypes['Analysis']> };
  Statement: StatementSource;
  StatementAccount: StatementAccount;
  StatementConnection: Connection<StatementSource>;
  StatementDisagreement: StatementDisagreementSource;
  StatementEdge: Edge<StatementSource>;
  Subscription: Record<PropertyKey, never>;
  Synchronization: Synchronization;
  SynchronizeBankLoginInput: SynchronizeBankLoginInput;
  SynchronizeBankLoginPayload: Omit<SynchronizeBankLoginPayload, 'bankLogin' | 'session'> & { bankLogin?: Maybe<ResolversParentTypes['BankLogin']>, session?: Maybe<ResolversParentTypes['BankSession']> };
  Tag: Tag;
  Transaction: TransactionSource;
  TransactionCategory: TransactionCategory;
  TransactionCode: TransactionCode;
  TransactionConnection: Connection<TransactionSource>;
  TransactionEdge: Edge<TransactionSource>;
  TransactionFilter: TransactionFilter;
  URL: Scalars['URL']['output'];
  UpdateApplicantInput: UpdateApplicantInput;
  UpdateApplicantPayload: Omit<UpdateApplicantPayload, 'applicant'> & { applicant?: Maybe<ResolversParentTypes['Applicant']> };
  UploadHeader: UploadHeader;
};

export type AccessTokenResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AccessToken'] = ResolversParentTypes['AccessToken']> = {
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  scopes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  token?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ActivityEventResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ActivityEvent'] = ResolversParentTypes['ActivityEvent']> = {
  analysis?: Resolver<Maybe<ResolversTypes['Analysis']>, ParentType, ContextType>;
  analysisStage?: Resolver<Maybe<ResolversTypes['AnalysisStage']>, ParentType, ContextType>;
  analysisStatus?: Resolver<Maybe<ResolversTypes['AnalysisStatus']>, ParentType, ContextType>;
  analysisVersion?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  applicant?: Resolver<Maybe<ResolversTypes['Applicant']>, ParentType, ContextType>;
  bankLogin?: Resolver<Maybe<ResolversTypes['BankLogin']>, ParentType, ContextType>;
  bankSession?: Resolver<Maybe<ResolversTypes['BankSession']>, ParentType, ContextType>;
  case?: Resolver<Maybe<ResolversTypes['Case']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  document?: Resolver<Maybe<ResolversTypes['CaseDocument']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  shipment?: Resolver<Maybe<ResolversTypes['Shipment']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  via?: Resolver<ResolversTypes['EventSource'], ParentType, ContextType>;
};

export type ActivityEventConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ActivityEventConnection'] = ResolversParentTypes['ActivityEventConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ActivityEventEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ActivityEventEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ActivityEventEdge'] = ResolversParentTypes['ActivityEventEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ActivityEvent'], ParentType, ContextType>;
};

export type AnalysisResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Analysis'] = ResolversParentTypes['Analysis'], FederationReferenceType extends FederationReferenceTypes['Analysis'] = FederationReferenceTypes['Analysis']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Analysis']> | FederationReferenceType, FederationReferenceType, ContextType>;
  action?: Resolver<Maybe<ResolversTypes['RequiredAction']>, ParentType, ContextType>;
  allowedActions?: Resolver<ReadonlyArray<ResolversTypes['AnalysisAction']>, ParentType, ContextType>;
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  case?: Resolver<ResolversTypes['Case'], ParentType, ContextType>;
  completedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  consent?: Resolver<Maybe<ResolversTypes['Consent']>, ParentType, ContextType>;
  deadline?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  decision?: Resolver<Maybe<ResolversTypes['CaseDecision']>, ParentType, ContextType>;
  documentResults?: Resolver<ReadonlyArray<ResolversTypes['DocumentResult']>, ParentType, ContextType>;
  documents?: Resolver<ReadonlyArray<ResolversTypes['CaseDocument']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['AnalysisError']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nextCheckAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  obstacle?: Resolver<Maybe<ResolversTypes['AnalysisError']>, ParentType, ContextType>;
  product?: Resolver<ResolversTypes['AnalysisProduct'], ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['DataProvider'], ParentType, ContextType>;
  providerReference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  providerStage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reports?: Resolver<ReadonlyArray<ResolversTypes['ReportFile']>, ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  retryOf?: Resolver<Maybe<ResolversTypes['Analysis']>, ParentType, ContextType>;
  riskAssessments?: Resolver<ReadonlyArray<ResolversTypes['RiskAssessment']>, ParentType, ContextType>;
  runs?: Resolver<ReadonlyArray<ResolversTypes['AnalysisRun']>, ParentType, ContextType>;
  shareUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  stage?: Resolver<ResolversTypes['AnalysisStage'], ParentType, ContextType>;
  statements?: Resolver<ReadonlyArray<ResolversTypes['Statement']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['AnalysisStatus'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AnalysisConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AnalysisConnection'] = ResolversParentTypes['AnalysisConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AnalysisEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AnalysisEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AnalysisEdge'] = ResolversParentTypes['AnalysisEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Analysis'], ParentType, ContextType>;
};

export type AnalysisErrorResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AnalysisError'] = ResolversParentTypes['AnalysisError']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  providerCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  retryAfterSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  retryable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userMessage?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AnalysisRunResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['AnalysisRun'] = ResolversParentTypes['AnalysisRun']> = {
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['AnalysisError']>, ParentType, ContextType>;
  fellBackFrom?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['AnalysisStatus']>, ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['DataProvider'], ParentType, ContextType>;
  providerReference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ApplicantResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Applicant'] = ResolversParentTypes['Applicant'], FederationReferenceType extends FederationReferenceTypes['Applicant'] = FederationReferenceTypes['Applicant']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Applicant']> | FederationReferenceType, FederationReferenceType, ContextType>;
  analyses?: Resolver<ResolversTypes['AnalysisConnection'], ParentType, ContextType, Partial<ApplicantAnalysesArgs>>;
  bankLogins?: Resolver<Maybe<ReadonlyArray<ResolversTypes['BankLogin']>>, ParentType, ContextType, Partial<ApplicantBankLoginsArgs>>;
  cases?: Resolver<ResolversTypes['CaseConnection'], ParentType, ContextType, Partial<ApplicantCasesArgs>>;
  cashFlow?: Resolver<ReadonlyArray<ResolversTypes['CashFlowPeriod']>, ParentType, ContextType, RequireFields<ApplicantCashFlowArgs, 'from' | 'interval' | 'to'>>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  displayName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  events?: Resolver<ResolversTypes['ActivityEventConnection'], ParentType, ContextType, Partial<ApplicantEventsArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ApplicantKind'], ParentType, ContextType>;
  paymentPartners?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PaymentPartner']>>, ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  registration?: Resolver<Maybe<ResolversTypes['CompanyRegistration']>, ParentType, ContextType>;
  riskAssessments?: Resolver<ReadonlyArray<ResolversTypes['RiskAssessment']>, ParentType, ContextType>;
  shipments?: Resolver<Maybe<ResolversTypes['ShipmentConnection']>, ParentType, ContextType, Partial<ApplicantShipmentsArgs>>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceState']>, ParentType, ContextType>;
  statements?: Resolver<ResolversTypes['StatementConnection'], ParentType, ContextType, RequireFields<ApplicantStatementsArgs, 'includeDuplicates'>>;
  transactions?: Resolver<ResolversTypes['TransactionConnection'], ParentType, ContextType, RequireFields<ApplicantTransactionsArgs, 'orderBy'>>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ApplicantConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ApplicantConnection'] = ResolversParentTypes['ApplicantConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ApplicantEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ApplicantEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ApplicantEdge'] = ResolversParentTypes['ApplicantEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Applicant'], ParentType, ContextType>;
};

export type BankResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Bank'] = ResolversParentTypes['Bank']> = {
  bankCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  bic?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fullName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  logo?: Resolver<Maybe<ResolversTypes['Logo']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type BankAccountResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['BankAccount'] = ResolversParentTypes['BankAccount'], FederationReferenceType extends FederationReferenceTypes['BankAccount'] = FederationReferenceTypes['BankAccount']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['BankAccount']> | FederationReferenceType, FederationReferenceType, ContextType>;
  balance?: Resolver<Maybe<ResolversTypes['MonetaryAmount']>, ParentType, ContextType>;
  creditLine?: Resolver<Maybe<ResolversTypes['MonetaryAmount']>, ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  iban?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  login?: Resolver<ResolversTypes['BankLogin'], ParentType, ContextType>;
  maskedIban?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  maskedNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  monthlySpendingLimit?: Resolver<Maybe<ResolversTypes['MonetaryAmount']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  providerReference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  providerType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  removedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  retrievedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  securities?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Security']>>, ParentType, ContextType>;
  standingOrders?: Resolver<Maybe<ReadonlyArray<ResolversTypes['StandingOrder']>>, ParentType, ContextType>;
  transactions?: Resolver<Maybe<ResolversTypes['TransactionConnection']>, ParentType, ContextType, RequireFields<BankAccountTransactionsArgs, 'orderBy'>>;
  type?: Resolver<ResolversTypes['AccountType'], ParentType, ContextType>;
};

export type BankConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['BankConnection'] = ResolversParentTypes['BankConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['BankEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  retrievedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type BankEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['BankEdge'] = ResolversParentTypes['BankEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Bank'], ParentType, ContextType>;
};

export type BankLoginResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['BankLogin'] = ResolversParentTypes['BankLogin'], FederationReferenceType extends FederationReferenceTypes['BankLogin'] = FederationReferenceTypes['BankLogin']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['BankLogin']> | FederationReferenceType, FederationReferenceType, ContextType>;
  accounts?: Resolver<ReadonlyArray<ResolversTypes['BankAccount']>, ParentType, ContextType>;
  applicant?: Resolver<ResolversTypes['Applicant'], ParentType, ContextType>;
  bank?: Resolver<ResolversTypes['Bank'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['DataProvider'], ParentType, ContextType>;
  providerReference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  removedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  retrievedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  synchronization?: Resolver<Maybe<ResolversTypes['Synchronization']>, ParentType, ContextType>;
};

export type BankSessionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['BankSession'] = ResolversParentTypes['BankSession']> = {
  bankLogin?: Resolver<Maybe<ResolversTypes['BankLogin']>, ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['BankSessionPurpose'], ParentType, ContextType>;
  returnedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['BankSessionStatus'], ParentType, ContextType>;
};

export type CancelAnalysisPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CancelAnalysisPayload'] = ResolversParentTypes['CancelAnalysisPayload']> = {
  analysis?: Resolver<Maybe<ResolversTypes['Analysis']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['InputProblem']>, ParentType, ContextType>;
};

export type CaseResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Case'] = ResolversParentTypes['Case'], FederationReferenceType extends FederationReferenceTypes['Case'] = FederationReferenceTypes['Case']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Case']> | FederationReferenceType, FederationReferenceType, ContextType>;
  analyses?: Resolver<ReadonlyArray<ResolversTypes['Analysis']>, ParentType, ContextType>;
  applicant?: Resolver<ResolversTypes['Applicant'], ParentType, ContextType>;
  decision?: Resolver<Maybe<ResolversTypes['CaseDecision']>, ParentType, ContextType>;
  declared?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  documents?: Resolver<ReadonlyArray<ResolversTypes['CaseDocument']>, ParentType, ContextType>;
  events?: Resolver<ResolversTypes['ActivityEventConnection'], ParentType, ContextType, Partial<CaseEventsArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  riskAssessments?: Resolver<ReadonlyArray<ResolversTypes['RiskAssessment']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceState']>, ParentType, ContextType>;
  statements?: Resolver<ResolversTypes['StatementConnection'], ParentType, ContextType, RequireFields<CaseStatementsArgs, 'includeDuplicates'>>;
  status?: Resolver<ResolversTypes['CaseStatus'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  useCase?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CaseConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CaseConnection'] = ResolversParentTypes['CaseConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CaseEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CaseDecisionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CaseDecision'] = ResolversParentTypes['CaseDecision']> = {
  alerts?: Resolver<ReadonlyArray<ResolversTypes['DecisionAlert']>, ParentType, ContextType>;
  consistent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  decidedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  fraudRisk?: Resolver<ResolversTypes['RiskLevel'], ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['DataProvider'], ParentType, ContextType>;
  providerReference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  providerWords?: Resolver<ResolversTypes['DecisionWords'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DecisionStatus'], ParentType, ContextType>;
  validation?: Resolver<ResolversTypes['ValidationStatus'], ParentType, ContextType>;
};

export type CaseDocumentResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CaseDocument'] = ResolversParentTypes['CaseDocument'], FederationReferenceType extends FederationReferenceTypes['CaseDocument'] = FederationReferenceTypes['CaseDocument']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['CaseDocument']> | FederationReferenceType, FederationReferenceType, ContextType>;
  byteSize?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  case?: Resolver<ResolversTypes['Case'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  date?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  download?: Resolver<Maybe<ResolversTypes['DownloadLink']>, ParentType, ContextType>;
  fileName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DocumentKind'], ParentType, ContextType>;
  mediaType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  period?: Resolver<Maybe<ResolversTypes['DocumentPeriod']>, ParentType, ContextType>;
  rejection?: Resolver<Maybe<ResolversTypes['InputProblem']>, ParentType, ContextType>;
  sha256?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DocumentStatus'], ParentType, ContextType>;
  storedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CaseEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CaseEdge'] = ResolversParentTypes['CaseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Case'], ParentType, ContextType>;
};

export type CashFlowPeriodResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CashFlowPeriod'] = ResolversParentTypes['CashFlowPeriod']> = {
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  moneyIn?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  moneyOut?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  net?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  transactionCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CompanyResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Company'] = ResolversParentTypes['Company']> = {
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  creditorIds?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  ibans?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  logo?: Resolver<Maybe<ResolversTypes['Logo']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retrievedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type CompanyRegistrationResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CompanyRegistration'] = ResolversParentTypes['CompanyRegistration']> = {
  scheme?: Resolver<ResolversTypes['RegistrationScheme'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ConnectBankPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ConnectBankPayload'] = ResolversParentTypes['ConnectBankPayload']> = {
  redirectUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['BankSession']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['InputProblem']>, ParentType, ContextType>;
};

export type ConsentResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Consent'] = ResolversParentTypes['Consent']> = {
  analysis?: Resolver<ResolversTypes['Analysis'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  joinUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ConsentStatus'], ParentType, ContextType>;
};

export type CounterpartyResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Counterparty'] = ResolversParentTypes['Counterparty']> = {
  bic?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  creditorId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  iban?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  logo?: Resolver<Maybe<ResolversTypes['Logo']>, ParentType, ContextType>;
  maskedIban?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CreateAccessTokenPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CreateAccessTokenPayload'] = ResolversParentTypes['CreateAccessTokenPayload']> = {
  accessToken?: Resolver<Maybe<ResolversTypes['AccessToken']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['InputProblem']>, ParentType, ContextType>;
};

export type CreateApplicantPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CreateApplicantPayload'] = ResolversParentTypes['CreateApplicantPayload']> = {
  applicant?: Resolver<Maybe<ResolversTypes['Applicant']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['InputProblem']>, ParentType, ContextType>;
};

export type CreateDocumentUploadPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['CreateDocumentUploadPayload'] = ResolversParentTypes['CreateDocumentUploadPayload']> = {
  document?: Resolver<Maybe<ResolversTypes['CaseDocument']>, ParentType, ContextType>;
  upload?: Resolver<Maybe<ResolversTypes['DocumentUpload']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['InputProblem']>, ParentType, ContextType>;
};

export interface CurrencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CurrencyCode'], any> {
  name: 'CurrencyCode';
}

export interface CursorScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Cursor'], any> {
  name: 'Cursor';
}

export type DataProviderResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['DataProvider'] = ResolversParentTypes['DataProvider'], FederationReferenceType extends FederationReferenceTypes['DataProvider'] = FederationReferenceTypes['DataProvider']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['DataProvider']> | FederationReferenceType, FederationReferenceType, ContextType>;
  capabilities?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  enabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  health?: Resolver<ResolversTypes['ProviderHealth'], ParentType, ContextType>;
  healthCheckedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  healthReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  options?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  products?: Resolver<ReadonlyArray<ResolversTypes['AnalysisProduct']>, ParentType, ContextType>;
  simulated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type DecisionAlertResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['DecisionAlert'] = ResolversParentTypes['DecisionAlert']> = {
  documents?: Resolver<ReadonlyArray<ResolversTypes['CaseDocument']>, ParentType, ContextType>;
  messages?: Resolver<ReadonlyArray<ResolversTypes['LocalizedText']>, ParentType, ContextType>;
  providerSource?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['AlertSource'], ParentType, ContextType>;
};

export type DecisionWordsResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['DecisionWords'] = ResolversParentTypes['DecisionWords']> = {
  fraudRisk?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  validation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DeleteBankLoginPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['DeleteBankLoginPayload'] = ResolversParentTypes['DeleteBankLoginPayload']> = {
  bankLogin?: Resolver<Maybe<ResolversTypes['BankLogin']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['InputProblem']>, ParentType, ContextType>;
};

export type DisconnectBankPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['DisconnectBankPayload'] = ResolversParentTypes['DisconnectBankPayload']> = {
  applicant?: Resolver<Maybe<ResolversTypes['Applicant']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['InputProblem']>, ParentType, ContextType>;
};

export type DocumentResultResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['DocumentResult'] = ResolversParentTypes['DocumentResult']> = {
  document?: Resolver<ResolversTypes['CaseDocument'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['AnalysisError']>, ParentType, ContextType>;
  statements?: Resolver<ReadonlyArray<ResolversTypes['Statement']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DocumentResultStatus'], ParentType, ContextType>;
};

export type DocumentUploadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['DocumentUpload'] = ResolversParentTypes['DocumentUpload']> = {
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  headers?: Resolver<ReadonlyArray<ResolversTypes['UploadHeader']>, ParentType, ContextType>;
  method?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
};

export type DownloadLinkResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['DownloadLink'] = ResolversParentTypes['DownloadLink']> = {
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
};

export type EraseApplicantPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['EraseApplicantPayload'] = ResolversParentTypes['EraseApplicantPayload']> = {
  erasure?: Resolver<Maybe<ResolversTypes['Erasure']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['InputProblem']>, ParentType, ContextType>;
};

export type ErasureResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Erasure'] = ResolversParentTypes['Erasure']> = {
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  remaining?: Resolver<ReadonlyArray<ResolversTypes['ErasureRemainder']>, ParentType, ContextType>;
};

export type ErasureRemainderResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ErasureRemainder'] = ResolversParentTypes['ErasureRemainder']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  provider?: Resolver<Maybe<ResolversTypes['DataProvider']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  references?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ExtractionConfidenceResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ExtractionConfidence'] = ResolversParentTypes['ExtractionConfidence']> = {
  extraction?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  ocr?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  overall?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type ImportBankLoginsPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ImportBankLoginsPayload'] = ResolversParentTypes['ImportBankLoginsPayload']> = {
  bankLogins?: Resolver<Maybe<ReadonlyArray<ResolversTypes['BankLogin']>>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['InputProblem']>, ParentType, ContextType>;
};

export type InputProblemResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['InputProblem'] = ResolversParentTypes['InputProblem']> = {
  code?: Resolver<ResolversTypes['ErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type LocalizedTextResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['LocalizedText'] = ResolversParentTypes['LocalizedText']> = {
  language?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LogoResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Logo'] = ResolversParentTypes['Logo']> = {
  mediaType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
};

export type ManageBankLoginsPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ManageBankLoginsPayload'] = ResolversParentTypes['ManageBankLoginsPayload']> = {
  redirectUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['BankSession']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['InputProblem']>, ParentType, ContextType>;
};

export type MetricResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Metric'] = ResolversParentTypes['Metric']> = {
  basis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type MetricConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['MetricConnection'] = ResolversParentTypes['MetricConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['MetricEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MetricEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['MetricEdge'] = ResolversParentTypes['MetricEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Metric'], ParentType, ContextType>;
};

export type MonetaryAmountResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['MonetaryAmount'] = ResolversParentTypes['MonetaryAmount']> = {
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  cancelAnalysis?: Resolver<Maybe<ResolversTypes['CancelAnalysisPayload']>, ParentType, ContextType, RequireFields<MutationCancelAnalysisArgs, 'input'>>;
  connectBank?: Resolver<Maybe<ResolversTypes['ConnectBankPayload']>, ParentType, ContextType, RequireFields<MutationConnectBankArgs, 'input'>>;
  createAccessToken?: Resolver<Maybe<ResolversTypes['CreateAccessTokenPayload']>, ParentType, ContextType, RequireFields<MutationCreateAccessTokenArgs, 'input'>>;
  createApplicant?: Resolver<Maybe<ResolversTypes['CreateApplicantPayload']>, ParentType, ContextType, RequireFields<MutationCreateApplicantArgs, 'input'>>;
  createDocumentUpload?: Resolver<Maybe<ResolversTypes['CreateDocumentUploadPayload']>, ParentType, ContextType, RequireFields<MutationCreateDocumentUploadArgs, 'input'>>;
  deleteBankLogin?: Resolver<Maybe<ResolversTypes['DeleteBankLoginPayload']>, ParentType, ContextType, RequireFields<MutationDeleteBankLoginArgs, 'input'>>;
  disconnectBank?: Resolver<Maybe<ResolversTypes['DisconnectBankPayload']>, ParentType, ContextType, RequireFields<MutationDisconnectBankArgs, 'input'>>;
  eraseApplicant?: Resolver<Maybe<ResolversTypes['EraseApplicantPayload']>, ParentType, ContextType, RequireFields<MutationEraseApplicantArgs, 'input'>>;
  importBankLogins?: Resolver<Maybe<ResolversTypes['ImportBankLoginsPayload']>, ParentType, ContextType, RequireFields<MutationImportBankLoginsArgs, 'input'>>;
  manageBankLogins?: Resolver<Maybe<ResolversTypes['ManageBankLoginsPayload']>, ParentType, ContextType, RequireFields<MutationManageBankLoginsArgs, 'input'>>;
  openCase?: Resolver<Maybe<ResolversTypes['OpenCasePayload']>, ParentType, ContextType, RequireFields<MutationOpenCaseArgs, 'input'>>;
  requestConsent?: Resolver<Maybe<ResolversTypes['RequestConsentPayload']>, ParentType, ContextType, RequireFields<MutationRequestConsentArgs, 'input'>>;
  retryAnalysis?: Resolver<Maybe<ResolversTypes['RetryAnalysisPayload']>, ParentType, ContextType, RequireFields<MutationRetryAnalysisArgs, 'input'>>;
  sendFax?: Resolver<Maybe<ResolversTypes['SendFaxPayload']>, ParentType, ContextType, RequireFields<MutationSendFaxArgs, 'input'>>;
  sendLetter?: Resolver<Maybe<ResolversTypes['SendLetterPayload']>, ParentType, ContextType, RequireFields<MutationSendLetterArgs, 'input'>>;
  startAnalysis?: Resolver<Maybe<ResolversTypes['StartAnalysisPayload']>, ParentType, ContextType, RequireFields<MutationStartAnalysisArgs, 'input'>>;
  synchronizeBankLogin?: Resolver<Maybe<ResolversTypes['SynchronizeBankLoginPayload']>, ParentType, ContextType, RequireFields<MutationSynchronizeBankLoginArgs, 'input'>>;
  updateApplicant?: Resolver<Maybe<ResolversTypes['UpdateApplicantPayload']>, ParentType, ContextType, RequireFields<MutationUpdateApplicantArgs, 'input'>>;
};

export type OpenCasePayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['OpenCasePayload'] = ResolversParentTypes['OpenCasePayload']> = {
  case?: Resolver<Maybe<ResolversTypes['Case']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['InputProblem']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PaymentPartnerResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['PaymentPartner'] = ResolversParentTypes['PaymentPartner']> = {
  firstTransaction?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  iban?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastTransaction?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  maskedIban?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  moneyIn?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  moneyOut?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  relevance?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  retrievedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  shareOfIncome?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  shareOfOutcome?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  stale?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  transactionCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  analyses?: Resolver<ResolversTypes['AnalysisConnection'], ParentType, ContextType, Partial<QueryAnalysesArgs>>;
  analysis?: Resolver<Maybe<ResolversTypes['Analysis']>, ParentType, ContextType, RequireFields<QueryAnalysisArgs, 'id'>>;
  applicant?: Resolver<Maybe<ResolversTypes['Applicant']>, ParentType, ContextType, RequireFields<QueryApplicantArgs, 'id'>>;
  applicantByReference?: Resolver<Maybe<ResolversTypes['Applicant']>, ParentType, ContextType, RequireFields<QueryApplicantByReferenceArgs, 'reference'>>;
  applicants?: Resolver<ResolversTypes['ApplicantConnection'], ParentType, ContextType, Partial<QueryApplicantsArgs>>;
  bankAccount?: Resolver<Maybe<ResolversTypes['BankAccount']>, ParentType, ContextType, RequireFields<QueryBankAccountArgs, 'id'>>;
  bankLogin?: Resolver<Maybe<ResolversTypes['BankLogin']>, ParentType, ContextType, RequireFields<QueryBankLoginArgs, 'id'>>;
  bankSession?: Resolver<Maybe<ResolversTypes['BankSession']>, ParentType, ContextType, RequireFields<QueryBankSessionArgs, 'id'>>;
  banks?: Resolver<Maybe<ResolversTypes['BankConnection']>, ParentType, ContextType, RequireFields<QueryBanksArgs, 'provider'>>;
  case?: Resolver<Maybe<ResolversTypes['Case']>, ParentType, ContextType, RequireFields<QueryCaseArgs, 'id'>>;
  cases?: Resolver<ResolversTypes['CaseConnection'], ParentType, ContextType, RequireFields<QueryCasesArgs, 'orderBy'>>;
  companies?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Company']>>, ParentType, ContextType, RequireFields<QueryCompaniesArgs, 'search'>>;
  dataProviders?: Resolver<ReadonlyArray<ResolversTypes['DataProvider']>, ParentType, ContextType>;
  document?: Resolver<Maybe<ResolversTypes['CaseDocument']>, ParentType, ContextType, RequireFields<QueryDocumentArgs, 'id'>>;
  eventCursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  events?: Resolver<ResolversTypes['ActivityEventConnection'], ParentType, ContextType, Partial<QueryEventsArgs>>;
  riskAssessment?: Resolver<Maybe<ResolversTypes['RiskAssessment']>, ParentType, ContextType, RequireFields<QueryRiskAssessmentArgs, 'id'>>;
  shipment?: Resolver<Maybe<ResolversTypes['Shipment']>, ParentType, ContextType, RequireFields<QueryShipmentArgs, 'id'>>;
  statement?: Resolver<Maybe<ResolversTypes['Statement']>, ParentType, ContextType, RequireFields<QueryStatementArgs, 'id'>>;
  transaction?: Resolver<Maybe<ResolversTypes['Transaction']>, ParentType, ContextType, RequireFields<QueryTransactionArgs, 'id'>>;
};

export type ReportFileResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ReportFile'] = ResolversParentTypes['ReportFile']> = {
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  mediaType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
};

export type RequestConsentPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['RequestConsentPayload'] = ResolversParentTypes['RequestConsentPayload']> = {
  consent?: Resolver<Maybe<ResolversTypes['Consent']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['InputProblem']>, ParentType, ContextType>;
};

export type RequiredActionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['RequiredAction'] = ResolversParentTypes['RequiredAction']> = {
  documents?: Resolver<ReadonlyArray<ResolversTypes['CaseDocument']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['RequiredActionType'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
};

export type RetryAnalysisPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['RetryAnalysisPayload'] = ResolversParentTypes['RetryAnalysisPayload']> = {
  analysis?: Resolver<Maybe<ResolversTypes['Analysis']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['InputProblem']>, ParentType, ContextType>;
};

export type RiskAssessmentResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['RiskAssessment'] = ResolversParentTypes['RiskAssessment'], FederationReferenceType extends FederationReferenceTypes['RiskAssessment'] = FederationReferenceTypes['RiskAssessment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['RiskAssessment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  analysis?: Resolver<Maybe<ResolversTypes['Analysis']>, ParentType, ContextType>;
  applicant?: Resolver<ResolversTypes['Applicant'], ParentType, ContextType>;
  assessedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  flag?: Resolver<Maybe<ResolversTypes['RiskFlag']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['RiskKind'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['RiskLevel'], ParentType, ContextType>;
  metrics?: Resolver<ResolversTypes['MetricConnection'], ParentType, ContextType, Partial<RiskAssessmentMetricsArgs>>;
  provider?: Resolver<ResolversTypes['DataProvider'], ParentType, ContextType>;
  providerReference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  riskClass?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Score']>, ParentType, ContextType>;
  signals?: Resolver<ReadonlyArray<ResolversTypes['RiskSignal']>, ParentType, ContextType>;
};

export type RiskFlagResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['RiskFlag'] = ResolversParentTypes['RiskFlag']> = {
  color?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dataSanity?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type RiskSignalResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['RiskSignal'] = ResolversParentTypes['RiskSignal']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  explanations?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  quantile?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  sentiment?: Resolver<ResolversTypes['SignalSentiment'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ScoreResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Score'] = ResolversParentTypes['Score']> = {
  higherIsRiskier?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  max?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  min?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type SecurityResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Security'] = ResolversParentTypes['Security']> = {
  exchangeRate?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  isin?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  market?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  price?: Resolver<Maybe<ResolversTypes['MonetaryAmount']>, ParentType, ContextType>;
  purchasePrice?: Resolver<Maybe<ResolversTypes['MonetaryAmount']>, ParentType, ContextType>;
  quantity?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['MonetaryAmount']>, ParentType, ContextType>;
};

export type SendFaxPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SendFaxPayload'] = ResolversParentTypes['SendFaxPayload']> = {
  shipment?: Resolver<Maybe<ResolversTypes['Shipment']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['InputProblem']>, ParentType, ContextType>;
};

export type SendLetterPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SendLetterPayload'] = ResolversParentTypes['SendLetterPayload']> = {
  shipment?: Resolver<Maybe<ResolversTypes['Shipment']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['InputProblem']>, ParentType, ContextType>;
};

export type ShipmentResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Shipment'] = ResolversParentTypes['Shipment']> = {
  address?: Resolver<ResolversTypes['ShipmentAddress'], ParentType, ContextType>;
  applicant?: Resolver<ResolversTypes['Applicant'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['ShipmentChannel'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deadline?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  document?: Resolver<Maybe<ResolversTypes['CaseDocument']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['AnalysisError']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['DataProvider'], ParentType, ContextType>;
  recipient?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ShipmentStatus'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ShipmentAddressResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ShipmentAddress'] = ResolversParentTypes['ShipmentAddress']> = {
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  faxNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postalCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  street?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ShipmentConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ShipmentConnection'] = ResolversParentTypes['ShipmentConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ShipmentEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ShipmentEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['ShipmentEdge'] = ResolversParentTypes['ShipmentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Shipment'], ParentType, ContextType>;
};

export type SourceStateResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SourceState'] = ResolversParentTypes['SourceState']> = {
  error?: Resolver<Maybe<ResolversTypes['AnalysisError']>, ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['AnalysisProduct']>, ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['DataProvider'], ParentType, ContextType>;
  retrievedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SourceStatus'], ParentType, ContextType>;
};

export type StandingOrderResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['StandingOrder'] = ResolversParentTypes['StandingOrder']> = {
  amount?: Resolver<Maybe<ResolversTypes['MonetaryAmount']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  executionDay?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  firstExecutionDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  interval?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastExecutionDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type StartAnalysisPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['StartAnalysisPayload'] = ResolversParentTypes['StartAnalysisPayload']> = {
  analysis?: Resolver<Maybe<ResolversTypes['Analysis']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['InputProblem']>, ParentType, ContextType>;
};

export type StatementResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Statement'] = ResolversParentTypes['Statement'], FederationReferenceType extends FederationReferenceTypes['Statement'] = FederationReferenceTypes['Statement']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Statement']> | FederationReferenceType, FederationReferenceType, ContextType>;
  account?: Resolver<ResolversTypes['StatementAccount'], ParentType, ContextType>;
  analysis?: Resolver<Maybe<ResolversTypes['Analysis']>, ParentType, ContextType>;
  applicant?: Resolver<ResolversTypes['Applicant'], ParentType, ContextType>;
  bankName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  closingBalance?: Resolver<Maybe<ResolversTypes['MonetaryAmount']>, ParentType, ContextType>;
  confidence?: Resolver<Maybe<ResolversTypes['ExtractionConfidence']>, ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  disagreements?: Resolver<ReadonlyArray<ResolversTypes['StatementDisagreement']>, ParentType, ContextType>;
  document?: Resolver<Maybe<ResolversTypes['CaseDocument']>, ParentType, ContextType>;
  duplicateOf?: Resolver<Maybe<ResolversTypes['Statement']>, ParentType, ContextType>;
  fraudSignals?: Resolver<ReadonlyArray<ResolversTypes['RiskSignal']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  missingMonths?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  months?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  openingBalance?: Resolver<Maybe<ResolversTypes['MonetaryAmount']>, ParentType, ContextType>;
  overlaps?: Resolver<ReadonlyArray<ResolversTypes['Statement']>, ParentType, ContextType>;
  pageCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['DataProvider'], ParentType, ContextType>;
  providerCheck?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  providerReference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reconciles?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  totalCredits?: Resolver<Maybe<ResolversTypes['MonetaryAmount']>, ParentType, ContextType>;
  totalDebits?: Resolver<Maybe<ResolversTypes['MonetaryAmount']>, ParentType, ContextType>;
  transactionCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  transactions?: Resolver<ResolversTypes['TransactionConnection'], ParentType, ContextType, RequireFields<StatementTransactionsArgs, 'orderBy'>>;
};

export type StatementAccountResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['StatementAccount'] = ResolversParentTypes['StatementAccount']> = {
  accountNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  bic?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  countryCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  creditLimit?: Resolver<Maybe<ResolversTypes['MonetaryAmount']>, ParentType, ContextType>;
  holderName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  iban?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ifsc?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  maskedIban?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  maskedNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  micr?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  overdraftLimit?: Resolver<Maybe<ResolversTypes['MonetaryAmount']>, ParentType, ContextType>;
};

export type StatementConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['StatementConnection'] = ResolversParentTypes['StatementConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['StatementEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StatementDisagreementResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['StatementDisagreement'] = ResolversParentTypes['StatementDisagreement']> = {
  ours?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  statement?: Resolver<ResolversTypes['Statement'], ParentType, ContextType>;
  theirs?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  what?: Resolver<ResolversTypes['StatementFigure'], ParentType, ContextType>;
};

export type StatementEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['StatementEdge'] = ResolversParentTypes['StatementEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Statement'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  analysisUpdated?: SubscriptionResolver<ResolversTypes['Analysis'], "analysisUpdated", ParentType, ContextType, RequireFields<SubscriptionAnalysisUpdatedArgs, 'id'>>;
  bankLoginUpdated?: SubscriptionResolver<ResolversTypes['BankLogin'], "bankLoginUpdated", ParentType, ContextType, RequireFields<SubscriptionBankLoginUpdatedArgs, 'id'>>;
  caseUpdated?: SubscriptionResolver<ResolversTypes['Case'], "caseUpdated", ParentType, ContextType, RequireFields<SubscriptionCaseUpdatedArgs, 'id'>>;
  events?: SubscriptionResolver<ResolversTypes['ActivityEvent'], "events", ParentType, ContextType, Partial<SubscriptionEventsArgs>>;
};

export type SynchronizationResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Synchronization'] = ResolversParentTypes['Synchronization']> = {
  automatic?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  lastSynchronizedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  providerState?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SynchronizationState'], ParentType, ContextType>;
};

export type SynchronizeBankLoginPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['SynchronizeBankLoginPayload'] = ResolversParentTypes['SynchronizeBankLoginPayload']> = {
  bankLogin?: Resolver<Maybe<ResolversTypes['BankLogin']>, ParentType, ContextType>;
  redirectUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['BankSession']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['InputProblem']>, ParentType, ContextType>;
};

export type TagResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Tag'] = ResolversParentTypes['Tag']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TransactionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['Transaction'] = ResolversParentTypes['Transaction'], FederationReferenceType extends FederationReferenceTypes['Transaction'] = FederationReferenceTypes['Transaction']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Transaction']> | FederationReferenceType, FederationReferenceType, ContextType>;
  account?: Resolver<Maybe<ResolversTypes['BankAccount']>, ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['MonetaryAmount'], ParentType, ContextType>;
  applicant?: Resolver<ResolversTypes['Applicant'], ParentType, ContextType>;
  balanceAfter?: Resolver<Maybe<ResolversTypes['MonetaryAmount']>, ParentType, ContextType>;
  bookingDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['TransactionCategory']>, ParentType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  codes?: Resolver<ReadonlyArray<ResolversTypes['TransactionCode']>, ParentType, ContextType>;
  counterparty?: Resolver<Maybe<ResolversTypes['Counterparty']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  direction?: Resolver<ResolversTypes['CreditDebit'], ParentType, ContextType>;
  duplicateOf?: Resolver<Maybe<ResolversTypes['Transaction']>, ParentType, ContextType>;
  effectiveDate?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mandateReference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['DataProvider'], ParentType, ContextType>;
  providerTransactionId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  replaces?: Resolver<Maybe<ResolversTypes['Transaction']>, ParentType, ContextType>;
  statement?: Resolver<Maybe<ResolversTypes['Statement']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TransactionStatus'], ParentType, ContextType>;
  tags?: Resolver<ReadonlyArray<ResolversTypes['Tag']>, ParentType, ContextType>;
  valueDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type TransactionCategoryResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['TransactionCategory'] = ResolversParentTypes['TransactionCategory']> = {
  code?: Resolver<ResolversTypes['TransactionCategoryCode'], ParentType, ContextType>;
  providerCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TransactionCodeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['TransactionCode'] = ResolversParentTypes['TransactionCode']> = {
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TransactionConnectionResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['TransactionConnection'] = ResolversParentTypes['TransactionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['TransactionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TransactionEdgeResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['TransactionEdge'] = ResolversParentTypes['TransactionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Transaction'], ParentType, ContextType>;
};

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export type UpdateApplicantPayloadResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['UpdateApplicantPayload'] = ResolversParentTypes['UpdateApplicantPayload']> = {
  applicant?: Resolver<Maybe<ResolversTypes['Applicant']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['InputProblem']>, ParentType, ContextType>;
};

export type UploadHeaderResolvers<ContextType = GraphQLContext, ParentType extends ResolversParentTypes['UploadHeader'] = ResolversParentTypes['UploadHeader']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = GraphQLContext> = {
  AccessToken?: AccessTokenResolvers<ContextType>;
  ActivityEvent?: ActivityEventResolvers<ContextType>;
  ActivityEventConnection?: ActivityEventConnectionResolvers<ContextType>;
  ActivityEventEdge?: ActivityEventEdgeResolvers<ContextType>;
  Analysis?: AnalysisResolvers<ContextType>;
  AnalysisConnection?: AnalysisConnectionResolvers<ContextType>;
  AnalysisEdge?: AnalysisEdgeResolvers<ContextType>;
  AnalysisError?: AnalysisErrorResolvers<ContextType>;
  AnalysisRun?: AnalysisRunResolvers<ContextType>;
  Applicant?: ApplicantResolvers<ContextType>;
  ApplicantConnection?: ApplicantConnectionResolvers<ContextType>;
  ApplicantEdge?: ApplicantEdgeResolvers<ContextType>;
  Bank?: BankResolvers<ContextType>;
  BankAccount?: BankAccountResolvers<ContextType>;
  BankConnection?: BankConnectionResolvers<ContextType>;
  BankEdge?: BankEdgeResolvers<ContextType>;
  BankLogin?: BankLoginResolvers<ContextType>;
  BankSession?: BankSessionResolvers<ContextType>;
  CancelAnalysisPayload?: CancelAnalysisPayloadResolvers<ContextType>;
  Case?: CaseResolvers<ContextType>;
  CaseConnection?: CaseConnectionResolvers<ContextType>;
  CaseDecision?: CaseDecisionResolvers<ContextType>;
  CaseDocument?: CaseDocumentResolvers<ContextType>;
  CaseEdge?: CaseEdgeResolvers<ContextType>;
  CashFlowPeriod?: CashFlowPeriodResolvers<ContextType>;
  Company?: CompanyResolvers<ContextType>;
  CompanyRegistration?: CompanyRegistrationResolvers<ContextType>;
  ConnectBankPayload?: ConnectBankPayloadResolvers<ContextType>;
  Consent?: ConsentResolvers<ContextType>;
  Counterparty?: CounterpartyResolvers<ContextType>;
  CreateAccessTokenPayload?: CreateAccessTokenPayloadResolvers<ContextType>;
  CreateApplicantPayload?: CreateApplicantPayloadResolvers<ContextType>;
  CreateDocumentUploadPayload?: CreateDocumentUploadPayloadResolvers<ContextType>;
  CurrencyCode?: GraphQLScalarType;
  Cursor?: GraphQLScalarType;
  DataProvider?: DataProviderResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  DecisionAlert?: DecisionAlertResolvers<ContextType>;
  DecisionWords?: DecisionWordsResolvers<ContextType>;
  DeleteBankLoginPayload?: DeleteBankLoginPayloadResolvers<ContextType>;
  DisconnectBankPayload?: DisconnectBankPayloadResolvers<ContextType>;
  DocumentResult?: DocumentResultResolvers<ContextType>;
  DocumentUpload?: DocumentUploadResolvers<ContextType>;
  DownloadLink?: DownloadLinkResolvers<ContextType>;
  EraseApplicantPayload?: EraseApplicantPayloadResolvers<ContextType>;
  Erasure?: ErasureResolvers<ContextType>;
  ErasureRemainder?: ErasureRemainderResolvers<ContextType>;
  ExtractionConfidence?: ExtractionConfidenceResolvers<ContextType>;
  ImportBankLoginsPayload?: ImportBankLoginsPayloadResolvers<ContextType>;
  InputProblem?: InputProblemResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  LocalizedText?: LocalizedTextResolvers<ContextType>;
  Logo?: LogoResolvers<ContextType>;
  ManageBankLoginsPayload?: ManageBankLoginsPayloadResolvers<ContextType>;
  Metric?: MetricResolvers<ContextType>;
  MetricConnection?: MetricConnectionResolvers<ContextType>;
  MetricEdge?: MetricEdgeResolvers<ContextType>;
  MonetaryAmount?: MonetaryAmountResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  OpenCasePayload?: OpenCasePayloadResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PaymentPartner?: PaymentPartnerResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  ReportFile?: ReportFileResolvers<ContextType>;
  RequestConsentPayload?: RequestConsentPayloadResolvers<ContextType>;
  RequiredAction?: RequiredActionResolvers<ContextType>;
  RetryAnalysisPayload?: RetryAnalysisPayloadResolvers<ContextType>;
  RiskAssessment?: RiskAssessmentResolvers<ContextType>;
  RiskFlag?: RiskFlagResolvers<ContextType>;
  RiskSignal?: RiskSignalResolvers<ContextType>;
  Score?: ScoreResolvers<ContextType>;
  Security?: SecurityResolvers<ContextType>;
  SendFaxPayload?: SendFaxPayloadResolvers<ContextType>;
  SendLetterPayload?: SendLetterPayloadResolvers<ContextType>;
  Shipment?: ShipmentResolvers<ContextType>;
  ShipmentAddress?: ShipmentAddressResolvers<ContextType>;
  ShipmentConnection?: ShipmentConnectionResolvers<ContextType>;
  ShipmentEdge?: ShipmentEdgeResolvers<ContextType>;
  SourceState?: SourceStateResolvers<ContextType>;
  StandingOrder?: StandingOrderResolvers<ContextType>;
  StartAnalysisPayload?: StartAnalysisPayloadResolvers<ContextType>;
  Statement?: StatementResolvers<ContextType>;
  StatementAccount?: StatementAccountResolvers<ContextType>;
  StatementConnection?: StatementConnectionResolvers<ContextType>;
  StatementDisagreement?: StatementDisagreementResolvers<ContextType>;
  StatementEdge?: StatementEdgeResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  Synchronization?: SynchronizationResolvers<ContextType>;
  SynchronizeBankLoginPayload?: SynchronizeBankLoginPayloadResolvers<ContextType>;
  Tag?: TagResolvers<ContextType>;
  Transaction?: TransactionResolvers<ContextType>;
  TransactionCategory?: TransactionCategoryResolvers<ContextType>;
  TransactionCode?: TransactionCodeResolvers<ContextType>;
  TransactionConnection?: TransactionConnectionResolvers<ContextType>;
  TransactionEdge?: TransactionEdgeResolvers<ContextType>;
  URL?: GraphQLScalarType;
  UpdateApplicantPayload?: UpdateApplicantPayloadResolvers<ContextType>;
  UploadHeader?: UploadHeaderResolvers<ContextType>;
};

