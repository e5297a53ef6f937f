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
  /** An ISO 4217 code in capitals; `XXX` when nobody says which currency it is. */
  CurrencyCode: { input: string; output: string; }
  /**
   * A place in the log of events, signed by us. Opaque: keep it and hand it back. It is good for the tenant that got it only,
   * and for as long as events are kept. At most 2,000 characters.
   */
  Cursor: { input: string; output: string; }
  /** A day in the calendar of the bank, `YYYY-MM-DD`, without a time or a zone. Days that do not exist are refused. */
  Date: { input: string; output: string; }
  /** An instant, RFC 3339. Answers are in UTC with milliseconds: `2025-08-31T09:30:00.000Z`. */
  DateTime: { input: Date; output: Date; }
  /**
   * An exact decimal number as a string in plain notation, such as `"-12.30"`, of at most 200 characters. It never passes through a
   * floating point number. As input also an integer literal; a literal or variable with a point must be a string.
   */
  Decimal: { input: string; output: string; }
  /** Any JSON value. Numbers keep their digits as they were written: `1500.00` stays `1500.00`, and no number is rounded. */
  JSON: { input: JsonValue; output: JsonValue; }
  /** An absolute URL. At most 4,000 characters. */
  URL: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

/** What kind of account it is, in words that are the same for every provider. */
export type AccountType =
  /** Of a credit card. */
  | 'CARD'
  /** For payments. */
  | 'CURRENT'
  /** A loan. */
  | 'LOAN'
  /** The provider says something else, or that it does not know: see `providerType`. */
  | 'OTHER'
  /** For savings, at call or for a term. */
  | 'SAVINGS'
  /** For securities. */
  | 'SECURITIES';

/**
 * Something that happened. What it is about is shown as it is now, but `analysisStatus`, `analysisStage` and `analysisVersion` are as
 * they were at that moment.
 */
export type ActivityEvent = {
  /** The analysis it is about, as it is now; null when it is about none, or once erased. */
  readonly analysis?: Maybe<Analysis>;
  /** Stage of the analysis at that moment; null when it is about no analysis. */
  readonly analysisStage?: Maybe<AnalysisStage>;
  /** Status of the analysis at that moment; null when it is about no analysis. */
  readonly analysisStatus?: Maybe<AnalysisStatus>;
  /** Version of the analysis at that moment; null when it is about no analysis. */
  readonly analysisVersion?: Maybe<Scalars['Int']['output']>;
  /** Whom it is about, as they are now; null when it is about nobody, or once erased. */
  readonly applicant?: Maybe<Applicant>;
  /** The bank login it is about, as it is now; null when it is about none, or once erased. */
  readonly bankLogin?: Maybe<BankLogin>;
  /** The visit to a provider's page it came of, as it is now; null when it came of none, or once erased. */
  readonly bankSession?: Maybe<BankSession>;
  /** The case it belongs to, as it is now; null when it belongs to none, or once erased. */
  readonly case?: Maybe<Case>;
  /** Its place in the log, to go on from. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The document it is about, as it is now; null when it is about none, or once erased. */
  readonly document?: Maybe<CaseDocument>;
  /** Its id (`evt_…`). */
  readonly id: Scalars['ID']['output'];
  /** When it was recorded. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** Its number within the tenant: grows from event to event. */
  readonly sequence: Scalars['Int']['output'];
  /** The letter or fax it is about, as it is now; null when it is about none, or once erased. Needs the scope `shipments`. */
  readonly shipment?: Maybe<Shipment>;
  /** What happened. */
  readonly type: EventType;
  /** What led to it. */
  readonly via: EventSource;
};

/** A page of events. */
export type ActivityEventConnection = {
  /** The events of the page with their cursors. */
  readonly edges: ReadonlyArray<ActivityEventEdge>;
  /** Where the page lies in the log. Its cursors are those of the events. */
  readonly pageInfo: PageInfo;
};

/** An event in a page. */
export type ActivityEventEdge = {
  /** Its place in the log. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The event. */
  readonly node: ActivityEvent;
};

/** What kind of check noticed something. */
export type AlertSource =
  /** Whether a document is what was asked for. */
  | 'COMPLIANCE'
  /** Whether documents agree with each other and with what was declared. */
  | 'CROSS_DOCUMENT'
  /** Whether a document is genuine. */
  | 'FRAUD'
  /** Another kind of check. */
  | 'OTHER';

/** One question put to one provider about the documents of a case, from request to result. */
export type Analysis = {
  /** What somebody has to do before it can go on; null unless its status is ACTION_REQUIRED. */
  readonly action?: Maybe<RequiredAction>;
  /** What can be done with it now, at most 3. */
  readonly allowedActions: ReadonlyArray<AnalysisAction>;
  /** How many looks at it, or calls for it, in a row have failed. 0 once one succeeded, and once final. */
  readonly attempts: Scalars['Int']['output'];
  /** The case it belongs to. */
  readonly case: Case;
  /** When it reached its final status; null before. */
  readonly completedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The invitation that it is about; null when it is about documents of the case. */
  readonly consent?: Maybe<Consent>;
  /** When it will be given up as DEADLINE_EXCEEDED; put off while it waits for its turn at the provider. While it waits for a customer's consent, it is given up as CONSENT_EXPIRED. */
  readonly deadline: Scalars['DateTime']['output'];
  /** What the provider decided about the documents; null until there is a decision, and for products without one. */
  readonly decision?: Maybe<CaseDecision>;
  /** How each document fared, in the same order. At most 200. */
  readonly documentResults: ReadonlyArray<DocumentResult>;
  /** The documents it is about, in the order they were given, at most 200. Empty when a customer hands statements to the provider: see `consent`. */
  readonly documents: ReadonlyArray<CaseDocument>;
  /** Why it failed, or why the first of its failed documents did; null otherwise, also when a result is PARTIAL only because the provider is unsure of it. */
  readonly error?: Maybe<AnalysisError>;
  /** Our id (`ana_…`). */
  readonly id: Scalars['ID']['output'];
  /** When it is looked at next, and the provider asked how far it is; null once final. That may happen earlier. */
  readonly nextCheckAt?: Maybe<Scalars['DateTime']['output']>;
  /**
   * What keeps it from going on at the moment, such as a provider that does not answer, a spent budget or a turn that it waits for; null
   * when nothing does. It goes on by itself: `nextCheckAt` says when that is tried. `retryAfterSeconds` is what the provider asked for
   * when the obstacle was met.
   */
  readonly obstacle?: Maybe<AnalysisError>;
  /** What was asked for. */
  readonly product: AnalysisProduct;
  /** The provider that has it now, or had it last. Another one than at first if that one failed: see `runs`. */
  readonly provider: DataProvider;
  /** The provider's own id of it; null until it has one. At most 255 characters. */
  readonly providerReference?: Maybe<Scalars['String']['output']>;
  /** What is being done, in the provider's own word; null when it has none. At most 200 characters. */
  readonly providerStage?: Maybe<Scalars['String']['output']>;
  /** Files that the provider made of its result, at most 20. Empty until it is COMPLETED or PARTIAL. */
  readonly reports: ReadonlyArray<ReportFile>;
  /** When it was asked for. */
  readonly requestedAt: Scalars['DateTime']['output'];
  /** The analysis that it tries again; null when it is a first attempt. */
  readonly retryOf?: Maybe<Analysis>;
  /** What the provider makes of the applicant, newest first, at most 20. Empty until it is COMPLETED or PARTIAL. */
  readonly riskAssessments: ReadonlyArray<RiskAssessment>;
  /** The providers tried for it, in their order. Usually one, at most 10. */
  readonly runs: ReadonlyArray<AnalysisRun>;
  /** Where the provider shows its result to whoever has this address. Null unless it was asked for with `options.shareLink`. Treat it as a secret. Needs the scope `read:share-links`. */
  readonly shareUrl?: Maybe<Scalars['URL']['output']>;
  /** What is being done. */
  readonly stage: AnalysisStage;
  /** The bank statements it found, duplicates of other statements included, each in its most complete reading, at most 500. Empty until it is COMPLETED or PARTIAL. */
  readonly statements: ReadonlyArray<Statement>;
  /** Where it stands. COMPLETED, PARTIAL, FAILED and CANCELLED are final: a retry is a new analysis. */
  readonly status: AnalysisStatus;
  /** When it last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** Grows by one with every change. A higher version is a later state. */
  readonly version: Scalars['Int']['output'];
};

/** What can be done with an analysis. */
export type AnalysisAction =
  /** Give it up: `cancelAnalysis`. */
  | 'CANCEL'
  /** Go on after what was asked for was done: `retryAnalysis`. After OPEN_URL it goes on by itself, only sooner so. */
  | 'RESUME'
  /** Try again with a new analysis: `retryAnalysis`. Not with what a customer handed over: that takes a new `requestConsent`. */
  | 'RETRY';

/** A page of analyses. */
export type AnalysisConnection = {
  /** The analyses of the page with their cursors. */
  readonly edges: ReadonlyArray<AnalysisEdge>;
  /** Where the page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many analyses the whole list has. Counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A document that is to be analysed. */
export type AnalysisDocumentInput = {
  /**
   * The bank that issued it, by its `name` in `Query.banks`, for providers that list their banks: any other name refuses the analysis with
   * the nearest names. The other providers recognise the bank by themselves and do not read this. At most 500 characters.
   */
  readonly bankName?: InputMaybe<Scalars['String']['input']>;
  /** Which one (`doc_…`). At most 255 characters. */
  readonly documentId: Scalars['ID']['input'];
  /**
   * Its password, when it is protected by one. Handed to the provider and then forgotten. Only for a provider whose
   * `capabilities` have `password`: any other one refuses the analysis with CAPABILITY_UNSUPPORTED. At most 200 characters.
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
  /** What went wrong, for the program. */
  readonly code: ErrorCode;
  /** What went wrong, for the developer. In English, never with personal data. At most 2,000 characters. */
  readonly message: Scalars['String']['output'];
  /** The provider's own code or HTTP status; null when it gave none. At most 200 characters. */
  readonly providerCode?: Maybe<Scalars['String']['output']>;
  /** In how many seconds a retry makes sense; null when nothing is known. */
  readonly retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
  /** Whether a retry with the same documents may succeed. */
  readonly retryable: Scalars['Boolean']['output'];
  /** What went wrong, for the person in front of the screen. In English. At most 2,000 characters. */
  readonly userMessage: Scalars['String']['output'];
};

/** Which analyses are wanted. Every member that is given must fit; an empty list fits nothing. */
export type AnalysisFilter = {
  /** Only those that ask for one of these. */
  readonly products?: InputMaybe<ReadonlyArray<AnalysisProduct>>;
  /** Only those of one of these providers, such as `flvxtract`, of which there may be 20. At most 255 characters. */
  readonly providers?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Only those asked for in this time. */
  readonly requestedAt?: InputMaybe<DateTimeRange>;
  /** Only those in one of these statuses. */
  readonly statuses?: InputMaybe<ReadonlyArray<AnalysisStatus>>;
  /** Only those last changed in this time. */
  readonly updatedAt?: InputMaybe<DateTimeRange>;
};

/** Wishes beyond the product itself. What is absent or null is left to the provider's habit. */
export type AnalysisOptionsInput = {
  /** Whether the provider is to say why it decided so (`CaseDecision.alerts`). It does unless this is false. For DOCUMENT_FRAUD. */
  readonly explanation?: InputMaybe<Scalars['Boolean']['input']>;
  /** Asks the provider for an address under which its result can be looked at (`Analysis.shareUrl`). None unless asked for. For DOCUMENT_FRAUD. */
  readonly shareLink?: InputMaybe<ShareLinkInput>;
};

/** What a provider can be asked for about the documents of a case. */
export type AnalysisProduct =
  /** How risky is the applicant, judging by the bank statements? */
  | 'BANK_RISK'
  /** Are the documents genuine? */
  | 'DOCUMENT_FRAUD'
  /** What do the bank statements say? Answers statements and transactions. */
  | 'STATEMENT_EXTRACTION';

/** One provider tried for an analysis. */
export type AnalysisRun = {
  /** When its attempt had ended; null while it goes on. */
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why its attempt failed, and so why the next provider was asked if there is another run after it; null when it did not fail. */
  readonly error?: Maybe<AnalysisError>;
  /** Id of the provider of the run before, in whose place this one was asked; null for the first run. At most 255 characters. */
  readonly fellBackFrom?: Maybe<Scalars['String']['output']>;
  /** The final status that its attempt came to; null while it goes on. */
  readonly outcome?: Maybe<AnalysisStatus>;
  /** The provider. */
  readonly provider: DataProvider;
  /** The provider's own id of the attempt; null until it has one. At most 255 characters. */
  readonly providerReference?: Maybe<Scalars['String']['output']>;
  /** When it was turned to. */
  readonly startedAt: Scalars['DateTime']['output'];
};

/** What is being done for an analysis. */
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
  /** It waits for its turn. */
  | 'WAITING';

/** Where an analysis stands. */
export type AnalysisStatus =
  /** It waits for somebody: see `action`. */
  | 'ACTION_REQUIRED'
  /** Final: it was given up on request. */
  | 'CANCELLED'
  /** Final: the whole result is there. */
  | 'COMPLETED'
  /** Final: there is no result; `error` says why. */
  | 'FAILED'
  /** Final: a part of the result is there, or the provider is unsure of it; `documentResults` says what is missing. */
  | 'PARTIAL'
  /** The provider has everything and is at work. */
  | 'PROCESSING'
  /** Accepted; nothing was sent yet. */
  | 'QUEUED'
  /** The documents are being sent to the provider. */
  | 'SUBMITTING';

/** The person or company about whom everything is asked. */
export type Applicant = {
  /** The analyses of all the applicant's cases, newest first. */
  readonly analyses: AnalysisConnection;
  /**
   * The bank logins that are connected, in the order in which they were first connected, at most 100. With `maxAgeSeconds` the provider is asked where
   * what is stored is older than that, for at most 5 seconds: a login of which it did not answer in time is there as it is stored,
   * with `stale` true. Each provider says how often it may be asked; in between, what is stored is answered. Null when it cannot be told.
   */
  readonly bankLogins?: Maybe<ReadonlyArray<BankLogin>>;
  /** The applicant's cases, newest first. */
  readonly cases: CaseConnection;
  /**
   * Money in and out of all the applicant's accounts, summed exactly per period and currency, oldest first. Counts booked
   * transactions only, and none of duplicate statements. Every period of the range is there, in every currency that occurs
   * in it, with zeros when nothing happened; empty when nothing happened at all. At most 1,000 entries; BAD_USER_INPUT for a range that has more.
   */
  readonly cashFlow: ReadonlyArray<CashFlowPeriod>;
  /** When the applicant was entered. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** What to call the applicant; null when it was not told. At most 500 characters. */
  readonly displayName?: Maybe<Scalars['String']['output']>;
  /** What happened around the applicant, oldest first. */
  readonly events: ActivityEventConnection;
  /** Our id (`app_…`). */
  readonly id: Scalars['ID']['output'];
  /** Whether it is a person or a company. */
  readonly kind: ApplicantKind;
  /**
   * Who pays a company and whom it pays, as a provider judges by its connected accounts, at most 200, the most relevant first. The provider is
   * asked, no longer than 5 seconds; where it does not answer, what it said before is there, with `stale` true. Null when nothing can be
   * told: for persons, without connected accounts, or when the provider does not answer and never did. Needs the scope `banking`.
   */
  readonly paymentPartners?: Maybe<ReadonlyArray<PaymentPartner>>;
  /** Your own id of the applicant: unique within the tenant, never changes. Equals `id` when none was given. At most 255 characters. */
  readonly reference: Scalars['String']['output'];
  /** The number under which a company stands in a public register; null when it was not told. */
  readonly registration?: Maybe<CompanyRegistration>;
  /** What providers make of the applicant, newest first, at most 100. */
  readonly riskAssessments: ReadonlyArray<RiskAssessment>;
  /** Letters and faxes that were sent about the applicant, newest first. Needs the scope `shipments`. */
  readonly shipments?: Maybe<ShipmentConnection>;
  /** How far each provider's knowledge of the applicant is: one entry for each product of each provider that is switched on or was ever asked, and one for bank accounts where it can connect them; at most 100. */
  readonly sources: ReadonlyArray<SourceState>;
  /** The applicant's bank statements, latest period first; those without a period come last. */
  readonly statements: StatementConnection;
  /** The movements on all the applicant's accounts, from every provider. Those of duplicate statements are left out unless the filter says otherwise. */
  readonly transactions: TransactionConnection;
  /** When the applicant was last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
};


/** The person or company about whom everything is asked. */
export type ApplicantAnalysesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AnalysisFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** The person or company about whom everything is asked. */
export type ApplicantBankLoginsArgs = {
  maxAgeSeconds?: InputMaybe<Scalars['Int']['input']>;
};


/** The person or company about whom everything is asked. */
export type ApplicantCasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** The person or company about whom everything is asked. */
export type ApplicantCashFlowArgs = {
  from: Scalars['Date']['input'];
  interval: CashFlowInterval;
  to: Scalars['Date']['input'];
};


/** The person or company about whom everything is asked. */
export type ApplicantEventsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** The person or company about whom everything is asked. */
export type ApplicantShipmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** The person or company about whom everything is asked. */
export type ApplicantStatementsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  includeDuplicates: Scalars['Boolean']['input'];
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** The person or company about whom everything is asked. */
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
  /** Where the page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many applicants the whole list has. Counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An applicant in a page. */
export type ApplicantEdge = {
  /** Its place in the list. At most 2,000 characters. */
  readonly cursor: Scalars['String']['output'];
  /** The applicant. */
  readonly node: Applicant;
};

/** Which applicants are wanted. Every member that is given must fit. */
export type ApplicantFilter = {
  /** Only applicants entered in this time. */
  readonly createdAt?: InputMaybe<DateTimeRange>;
  /** Only applicants of this kind. */
  readonly kind?: InputMaybe<ApplicantKind>;
  /**
   * Only applicants with this text in their name, reference or register number, whatever the case, the Unicode form and the kind of
   * white space. At most 200 characters.
   */
  readonly search?: InputMaybe<Scalars['String']['input']>;
};

/** What an applicant is. */
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
  /** The provider's short name of it, by which it wants the bank to be named. At most 500 characters. */
  readonly name: Scalars['String']['output'];
};

/** An account that a bank login gives access to. Connected again it has the same id. */
export type BankAccount = {
  /** How much is in it, below zero when it is overdrawn; null when the provider does not say. */
  readonly balance?: Maybe<MonetaryAmount>;
  /** How far it may be overdrawn. Positive or zero; null when the provider does not say. */
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
  /** The number with all but its last four characters hidden, a short one hidden whole. At most 100 characters. */
  readonly maskedNumber?: Maybe<Scalars['String']['output']>;
  /** How much may be spent from it in a month. Positive or zero; null when the provider does not say. */
  readonly monthlySpendingLimit?: Maybe<MonetaryAmount>;
  /** What the bank or the customer calls it; null when the provider does not say. At most 500 characters. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The bank's number of it in full; null when the provider does not say. Needs the scope `read:account-numbers`. At most 100 characters. */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** Who owns it; null when the provider does not say. At most 500 characters. */
  readonly owner?: Maybe<Scalars['String']['output']>;
  /** The provider's own id of it; null when it has none. At most 255 characters. */
  readonly providerReference?: Maybe<Scalars['String']['output']>;
  /** The provider's own word for that; null when it has none. At most 200 characters. */
  readonly providerType?: Maybe<Scalars['String']['output']>;
  /** When the login stopped giving access to it; null while it does. What was read stays. */
  readonly removedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was last read from the provider. */
  readonly retrievedAt: Scalars['DateTime']['output'];
  /** What a securities account holds, at most 500. Null when it cannot be told. */
  readonly securities?: Maybe<ReadonlyArray<Security>>;
  /** Payments that the bank repeats by itself, at most 200. Null when they cannot be told. */
  readonly standingOrders?: Maybe<ReadonlyArray<StandingOrder>>;
  /**
   * Its transactions, booked and pending. Those that do not count are there too: `includeDuplicates` makes no difference here. Null
   * when they cannot be told.
   */
  readonly transactions?: Maybe<TransactionConnection>;
  /** What kind of account it is. */
  readonly type: AccountType;
};


/** An account that a bank login gives access to. Connected again it has the same id. */
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
  /** Where the page lies. */
  readonly pageInfo: PageInfo;
  /** When the provider answered. */
  readonly retrievedAt: Scalars['DateTime']['output'];
  /** Whether the list is older than a day, because the provider did not answer when it was asked again. */
  readonly stale: Scalars['Boolean']['output'];
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A bank in its list. */
export type BankEdge = {
  /** Its place in the list. At most 2,000 characters. */
  readonly cursor: Scalars['String']['output'];
  /** The bank. */
  readonly node: Bank;
};

/** A customer's access to their accounts at one bank, as a provider keeps it. Connected again it has the same id. */
export type BankLogin = {
  /** The accounts that it gives access to, in the provider's order, at most 100; of a login that was removed, those that it gave access to last. */
  readonly accounts: ReadonlyArray<BankAccount>;
  /** Whose it is. */
  readonly applicant: Applicant;
  /** The bank. */
  readonly bank: Bank;
  /** When it was first connected. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Our id (`blg_…`). */
  readonly id: Scalars['ID']['output'];
  /** Who keeps it. */
  readonly provider: DataProvider;
  /** The provider's own id of it; null when it has none. At most 255 characters. */
  readonly providerReference?: Maybe<Scalars['String']['output']>;
  /** When it was removed, by you, the customer or the provider; null while it is connected. */
  readonly removedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When everything about it was last read from the provider. */
  readonly retrievedAt: Scalars['DateTime']['output'];
  /** Whether it could not be read the last time this was tried, so that there may be news at the provider: see `Applicant.sources` for why. */
  readonly stale: Scalars['Boolean']['output'];
  /** How far the provider is with fetching news from the bank; null when it does not say. */
  readonly synchronization?: Maybe<Synchronization>;
};

/** One visit of a customer's browser to a provider's pages, to connect, manage or synchronize bank logins. */
export type BankSession = {
  /** The login that is synchronized; null when it is about none in particular. */
  readonly bankLogin?: Maybe<BankLogin>;
  /** Until when the page can be used. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** Our id (`bks_…`). */
  readonly id: Scalars['ID']['output'];
  /** When it was opened. */
  readonly openedAt: Scalars['DateTime']['output'];
  /** What it is for. */
  readonly purpose: BankSessionPurpose;
  /** When the browser came back; null when it has not. */
  readonly returnedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands. */
  readonly status: BankSessionStatus;
};

/** What a visit to a provider's page is for. */
export type BankSessionPurpose =
  /** To connect accounts. */
  | 'CONNECT'
  /** To manage what is connected. */
  | 'MANAGE'
  /** To confirm that news may be fetched. */
  | 'SYNCHRONIZE';

/**
 * Where a visit to a provider's page stands. That the browser came back proves nothing about the accounts: what is connected is
 * told by the logins and their events.
 */
export type BankSessionStatus =
  /** The customer left off. */
  | 'EXITED'
  /** The browser has not come back in time. */
  | 'EXPIRED'
  /** The browser came back from a page that says it failed. */
  | 'FAILED'
  /** The browser has not come back. */
  | 'OPEN'
  /** It is done: the browser came back from a page that says so, or the provider has what was to be connected or synchronized. */
  | 'SUCCEEDED';

/** Which analysis is to be given up. */
export type CancelAnalysisInput = {
  /** Which one (`ana_…`). At most 255 characters. */
  readonly analysisId: Scalars['ID']['input'];
};

/** The answer to `cancelAnalysis`. */
export type CancelAnalysisPayload = {
  /** The analysis as it is now; null when there are `userErrors`. */
  readonly analysis?: Maybe<Analysis>;
  /** What has to be put right. Empty when it was done. At most 10. */
  readonly userErrors: ReadonlyArray<InputProblem>;
};

/** One decision to be taken about an applicant, with the documents and analyses that belong to it. */
export type Case = {
  /** The analyses of the case, newest first, at most 200. */
  readonly analyses: ReadonlyArray<Analysis>;
  /** About whom it is. */
  readonly applicant: Applicant;
  /**
   * What was decided about the documents by the DOCUMENT_FRAUD analysis that finished last; one that ended PARTIAL gives way to
   * one that ended COMPLETED over the same documents, whichever came first. Null when there is none.
   */
  readonly decision?: Maybe<CaseDecision>;
  /** What the applicant declared, for providers that compare it with the documents; null when nothing was given. At most 100,000 characters. */
  readonly declared?: Maybe<Scalars['JSON']['output']>;
  /** The documents of the case, in the order they were announced; the newest 200 when there are more. */
  readonly documents: ReadonlyArray<CaseDocument>;
  /** What happened in the case, oldest first. */
  readonly events: ActivityEventConnection;
  /** Our id (`case_…`). */
  readonly id: Scalars['ID']['output'];
  /** When the case was opened. */
  readonly openedAt: Scalars['DateTime']['output'];
  /** Your own id of the case; need not be unique. Null when none was given. At most 255 characters. */
  readonly reference?: Maybe<Scalars['String']['output']>;
  /** What providers made of the applicant in this case, newest first, at most 100. */
  readonly riskAssessments: ReadonlyArray<RiskAssessment>;
  /** How far each provider is with this case: one entry for each product of each provider that is switched on or was asked in it, at most 100. */
  readonly sources: ReadonlyArray<SourceState>;
  /** The bank statements found by the analyses of the case, latest period first; those without a period come last. */
  readonly statements: StatementConnection;
  /** Where the case stands. Follows from its analyses, so it may return to RUNNING when another one is started. */
  readonly status: CaseStatus;
  /** When the case was last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** What the decision is about, in your own words, or in those of a provider that knows use cases by name; null when it was not told. At most 500 characters. */
  readonly useCase?: Maybe<Scalars['String']['output']>;
};


/** One decision to be taken about an applicant, with the documents and analyses that belong to it. */
export type CaseEventsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** One decision to be taken about an applicant, with the documents and analyses that belong to it. */
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
  /** Where the page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many cases the whole list has. Counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** What a provider decides about the documents of a case. All three words are the provider's own: none is derived from the others here. */
export type CaseDecision = {
  /** What the provider noticed, in its order. Empty when no explanation was asked for. At most 50. */
  readonly alerts: ReadonlyArray<DecisionAlert>;
  /** Whether `status` follows from the two others by the provider's own rule. If not, it contradicts itself, and a person should look. */
  readonly consistent: Scalars['Boolean']['output'];
  /** When it was decided, as the provider says, else when it was taken over. */
  readonly decidedAt: Scalars['DateTime']['output'];
  /** How likely it is that documents were forged. UNKNOWN whenever the provider does not clearly say. */
  readonly fraudRisk: RiskLevel;
  /** Who decided. */
  readonly provider: DataProvider;
  /** The provider's own id of it; null when it has none. At most 255 characters. */
  readonly providerReference?: Maybe<Scalars['String']['output']>;
  /** The three words as the provider wrote them. */
  readonly providerWords: DecisionWords;
  /** The decision. REJECTED means that not everything is in order, which is less than an accusation of fraud: see `fraudRisk`. */
  readonly status: DecisionStatus;
  /** Whether the documents are the ones that were asked for, and complete. */
  readonly validation: ValidationStatus;
};

/** A file of a case. */
export type CaseDocument = {
  /** Its length in bytes: as declared before it has arrived (null when nothing was), as counted afterwards. */
  readonly byteSize?: Maybe<Scalars['Int']['output']>;
  /** The case it belongs to. */
  readonly case: Case;
  /** When it was announced. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The day it is from, or the last day of its period; null when it was not told. */
  readonly date?: Maybe<Scalars['Date']['output']>;
  /** Its name as it was given. Providers never see it. At most 255 characters. */
  readonly fileName: Scalars['String']['output'];
  /** Our id (`doc_…`). */
  readonly id: Scalars['ID']['output'];
  /** What it is. */
  readonly kind: DocumentKind;
  /** What type of file it is: as declared before it has arrived (null when nothing was), as its bytes show afterwards. At most 255 characters. */
  readonly mediaType?: Maybe<Scalars['String']['output']>;
  /** How long a period it covers; null when it was not told. */
  readonly period?: Maybe<DocumentPeriod>;
  /** Why its bytes were refused; null unless it is REJECTED. */
  readonly rejection?: Maybe<InputProblem>;
  /** SHA-256 of its bytes, 64 hexadecimal digits; null until they have arrived. At most 100 characters. */
  readonly sha256?: Maybe<Scalars['String']['output']>;
  /** Whether its bytes are there. */
  readonly status: DocumentStatus;
  /** When its bytes had arrived; null before. */
  readonly storedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A case in a page. */
export type CaseEdge = {
  /** Its place in the list. At most 2,000 characters. */
  readonly cursor: Scalars['String']['output'];
  /** The case. */
  readonly node: Case;
};

/** Which cases are wanted. Every member that is given must fit; an empty list fits nothing. */
export type CaseFilter = {
  /** Only cases of this applicant (`app_…`). At most 255 characters. */
  readonly applicantId?: InputMaybe<Scalars['ID']['input']>;
  /** Only cases opened in this time. */
  readonly openedAt?: InputMaybe<DateTimeRange>;
  /** Only cases with exactly this reference. At most 255 characters. */
  readonly reference?: InputMaybe<Scalars['String']['input']>;
  /** Only cases in one of these statuses. */
  readonly statuses?: InputMaybe<ReadonlyArray<CaseStatus>>;
  /** Only cases last changed in this time. */
  readonly updatedAt?: InputMaybe<DateTimeRange>;
  /** Only cases with exactly one of these use cases, of which there may be 20. At most 500 characters. */
  readonly useCases?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** What cases are sorted by. */
export type CaseOrder =
  /** By the time they were opened, oldest first. */
  | 'OPENED_AT_ASC'
  /** By the time they were opened, newest first. */
  | 'OPENED_AT_DESC'
  /** By the time of their last change, oldest first. */
  | 'UPDATED_AT_ASC'
  /** By the time of their last change, newest first. */
  | 'UPDATED_AT_DESC';

/** Where a case stands. An analysis that was retried is represented by its retry; cancelled ones do not count. */
export type CaseStatus =
  /** An analysis waits for somebody to do something. */
  | 'ACTION_REQUIRED'
  /** Every analysis is complete. */
  | 'COMPLETED'
  /** Every analysis failed. */
  | 'FAILED'
  /** Nothing was started yet. */
  | 'OPEN'
  /** Everything has ended, but not all of it is complete. */
  | 'PARTIAL'
  /** An analysis is on its way. */
  | 'RUNNING';

/** How long a period is. Periods are those of the calendar; the first and the last are cut to the range asked for. */
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
  /** The currency of the three sums. Currencies are never added up. */
  readonly currency: Scalars['CurrencyCode']['output'];
  /** First day of the period: the first of the calendar period, or of the range asked for. */
  readonly from: Scalars['Date']['output'];
  /** What came in: positive or zero. */
  readonly moneyIn: Scalars['Decimal']['output'];
  /** What went out: negative or zero. */
  readonly moneyOut: Scalars['Decimal']['output'];
  /** What remained: `moneyIn` plus `moneyOut`. */
  readonly net: Scalars['Decimal']['output'];
  /** Last day of the period: the last of the calendar period, or of the range asked for. */
  readonly to: Scalars['Date']['output'];
  /** How many booked transactions were counted. */
  readonly transactionCount: Scalars['Int']['output'];
};

/** A company as a provider's directory lists it. */
export type Company = {
  /** Where it is, in one line; null when the directory does not say. At most 500 characters. */
  readonly address?: Maybe<Scalars['String']['output']>;
  /** Its SEPA creditor identifiers, at most 20. At most 100 characters. */
  readonly creditorIds: ReadonlyArray<Scalars['String']['output']>;
  /** IBANs of its accounts, at most 20. Needs the scope `read:account-numbers`. At most 100 characters. */
  readonly ibans?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Its logo; null when the directory has none. */
  readonly logo?: Maybe<Logo>;
  /** What it is called. At most 500 characters. */
  readonly name: Scalars['String']['output'];
  /** When the directory answered. */
  readonly retrievedAt: Scalars['DateTime']['output'];
  /** Whether that is more than a day ago, because the directory did not answer when it was asked again. */
  readonly stale: Scalars['Boolean']['output'];
};

/** The number under which a company stands in a public register. */
export type CompanyRegistration = {
  /** Whose number it is. */
  readonly scheme: RegistrationScheme;
  /** The number, as it was given. At most 500 characters. */
  readonly value: Scalars['String']['output'];
};

/** The number under which a company stands in a public register. */
export type CompanyRegistrationInput = {
  /** Whose number it is. */
  readonly scheme: RegistrationScheme;
  /** The number. At most 500 characters. */
  readonly value: Scalars['String']['input'];
};

/** Whose accounts are to be connected. */
export type ConnectBankInput = {
  /** Id of the applicant (`app_…`). At most 255 characters. */
  readonly applicantId: Scalars['ID']['input'];
  /** Where the browser goes when that failed. REDIRECT_NOT_ALLOWED unless it is among your allowed addresses. */
  readonly errorUrl: Scalars['URL']['input'];
  /** Where the browser goes when the customer left off. REDIRECT_NOT_ALLOWED unless it is among your allowed addresses. */
  readonly exitUrl: Scalars['URL']['input'];
  /** The same key with the same input answers the same session again, so a request may be repeated. At most 255 characters. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The provider, such as `finoos`; when absent, the first one that connects accounts. At most 255 characters. */
  readonly provider?: InputMaybe<Scalars['ID']['input']>;
  /** Whether the provider may go on reading the accounts afterwards; when absent or false, it reads them this once. */
  readonly recurring?: InputMaybe<Scalars['Boolean']['input']>;
  /** Where the browser goes when an account was connected. REDIRECT_NOT_ALLOWED unless it is among your allowed addresses. */
  readonly successUrl: Scalars['URL']['input'];
};

/** The answer to `connectBank`. */
export type ConnectBankPayload = {
  /** The provider's page. Give it to nobody but the customer: whoever opens it acts for them. Null when there are `userErrors`. */
  readonly redirectUrl?: Maybe<Scalars['URL']['output']>;
  /** The visit to that page; null when there are `userErrors`. */
  readonly session?: Maybe<BankSession>;
  /** What has to be put right. Empty when it was done. At most 10. */
  readonly userErrors: ReadonlyArray<InputProblem>;
};

/** An invitation to a customer to hand their bank statements to a provider themselves. */
export type Consent = {
  /** What comes of it. Giving it up (`cancelAnalysis`) stops us from waiting; the link may go on working at the provider. */
  readonly analysis: Analysis;
  /** Until when the customer can accept it; null when the provider sets no end, or has not made the invitation yet. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Our id (`con_…`). */
  readonly id: Scalars['ID']['output'];
  /**
   * The page on which the customer does so. Give it to nobody else: whoever opens it acts for the customer. Null until the
   * provider has made the invitation, which the answer to `requestConsent` waits for, but no longer than 5 s: see
   * `analysisUpdated`.
   */
  readonly joinUrl?: Maybe<Scalars['URL']['output']>;
  /** Where it stands. */
  readonly status: ConsentStatus;
};

/** Where an invitation stands. */
export type ConsentStatus =
  /** It was given up on request. */
  | 'CANCELLED'
  /** The customer did not accept it in time. */
  | 'EXPIRED'
  /** It could not be made, or not be waited for: see the error of the analysis. */
  | 'FAILED'
  /** The customer has accepted it: statements arrived. How far they are, the analysis tells. */
  | 'GIVEN'
  /** The customer has not accepted it yet. */
  | 'PENDING'
  /** The provider is being asked to make it. */
  | 'REQUESTED';

/** Who was at the other end of a movement. Every field is null when the provider does not say. */
export type Counterparty = {
  /** Business Identifier Code of the bank. At most 50 characters. */
  readonly bic?: Maybe<Scalars['String']['output']>;
  /** SEPA creditor identifier of a direct debit. At most 100 characters. */
  readonly creditorId?: Maybe<Scalars['String']['output']>;
  /** International Bank Account Number in full. Needs the scope `read:account-numbers`. At most 100 characters. */
  readonly iban?: Maybe<Scalars['String']['output']>;
  /**
   * Logo of the company, which a provider looks up by IBAN, creditor identifier or name and which is kept for a week. Null when there is
   * none, and when none comes within 5 seconds.
   */
  readonly logo?: Maybe<Logo>;
  /** The IBAN with all but its country code and its last four characters hidden. At most 100 characters. */
  readonly maskedIban?: Maybe<Scalars['String']['output']>;
  /** Name. At most 500 characters. */
  readonly name?: Maybe<Scalars['String']['output']>;
};

/** Who is to be entered. */
export type CreateApplicantInput = {
  /** What to call the applicant. At most 500 characters. */
  readonly displayName?: InputMaybe<Scalars['String']['input']>;
  /** The same key with the same input answers the same applicant again, so a request may be repeated. At most 255 characters. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Whether it is a person or a company. */
  readonly kind: ApplicantKind;
  /** Your own id of the applicant: unique within the tenant, never changes. Our id when absent. At most 255 characters. */
  readonly reference?: InputMaybe<Scalars['String']['input']>;
  /** The number under which a company stands in a public register. */
  readonly registration?: InputMaybe<CompanyRegistrationInput>;
};

/** The answer to `createApplicant`. */
export type CreateApplicantPayload = {
  /** The new applicant; null when there are `userErrors`. */
  readonly applicant?: Maybe<Applicant>;
  /** What has to be put right. Empty when it was done. At most 10. */
  readonly userErrors: ReadonlyArray<InputProblem>;
};

/** What document will be sent. */
export type CreateDocumentUploadInput = {
  /** Its length in bytes, so that one that is too large is refused before it is sent. */
  readonly byteSize?: InputMaybe<Scalars['Int']['input']>;
  /** The case it belongs to (`case_…`). At most 255 characters. */
  readonly caseId: Scalars['ID']['input'];
  /** The day it is from, or the last day of its period. */
  readonly date?: InputMaybe<Scalars['Date']['input']>;
  /** Its name, to recognise it by. Providers never see it. At most 255 characters. */
  readonly fileName: Scalars['String']['input'];
  /** The same key with the same input answers the same document again, so a request may be repeated. At most 255 characters. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What it is; a bank statement when absent. */
  readonly kind?: InputMaybe<DocumentKind>;
  /** What type of file it is, so that one that is not accepted is refused before it is sent. At most 255 characters. */
  readonly mediaType?: InputMaybe<Scalars['String']['input']>;
  /** How long a period it covers. */
  readonly period?: InputMaybe<DocumentPeriod>;
};

/** The answer to `createDocumentUpload`. */
export type CreateDocumentUploadPayload = {
  /** The announced document; null when there are `userErrors`. */
  readonly document?: Maybe<CaseDocument>;
  /** How to send its bytes; null when there are `userErrors`. */
  readonly upload?: Maybe<DocumentUpload>;
  /** What has to be put right. Empty when it was done. At most 10. */
  readonly userErrors: ReadonlyArray<InputProblem>;
};

/** Which way money went, from the account holder's point of view. */
export type CreditDebit =
  /** Into the account. */
  | 'CREDIT'
  /** Out of the account. */
  | 'DEBIT';

/** A source of what is known about applicants, as the calling tenant sees it. */
export type DataProvider = {
  /**
   * What it can do beyond its products. Empty when nothing. `consents`: it invites customers, see `requestConsent`. `banks`: it has a
   * list of banks, see `Query.banks`. `bankLogins`: it connects accounts at banks, see `connectBank`. `companies`: it has a directory of
   * companies, see `Query.companies`. `logos`: it has logos of companies, see `Counterparty.logo`. `paymentPartners`: it judges who pays
   * a company and whom it pays, see `Applicant.paymentPartners`. `shipments`: it sends letters and faxes, see `sendLetter`. `erase`: it deletes what it was given, see `eraseApplicant`. `checkCredentials`: its credentials can
   * be checked without cost. `registerWebhook`: it is told our webhook address by a call. At most 50. At most 100 characters.
   */
  readonly capabilities: ReadonlyArray<Scalars['String']['output']>;
  /** Whether it can be used: it has credentials, or is simulated. */
  readonly enabled: Scalars['Boolean']['output'];
  /** How it has been answering lately, as all servers of the deployment saw it. Of the tenant's own account, where it has one. */
  readonly health: ProviderHealth;
  /** When the call was made by which `health` was judged last. Null when there was none. */
  readonly healthCheckedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why `health` is what it is, in a sentence for people. Null while it is HEALTHY or UNKNOWN. At most 2,000 characters. */
  readonly healthReason?: Maybe<Scalars['String']['output']>;
  /** Its name for programs, such as `finovox`. The same in every deployment. */
  readonly id: Scalars['ID']['output'];
  /** Its name for people. At most 500 characters. */
  readonly name: Scalars['String']['output'];
  /**
   * The options of `startAnalysis` that it takes for one of its products: `explanation`, `shareLink`, and `password` for passwords of
   * documents. At most 10. At most 100 characters.
   */
  readonly options: ReadonlyArray<Scalars['String']['output']>;
  /** What it can be asked for, at most 10. */
  readonly products: ReadonlyArray<AnalysisProduct>;
  /** Whether a simulator of ours answers in its place. What it says is then made up. */
  readonly simulated: Scalars['Boolean']['output'];
};

/** Days between two ends, both included. */
export type DateRange = {
  /** The first day; absent or null for no beginning. */
  readonly from?: InputMaybe<Scalars['Date']['input']>;
  /** The last day, not before `from`; absent or null for no end. */
  readonly to?: InputMaybe<Scalars['Date']['input']>;
};

/** Instants between two ends, both included. */
export type DateTimeRange = {
  /** The first instant; absent or null for no beginning. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** The last instant, not before `from`; absent or null for no end. */
  readonly to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Amounts between two ends, both included, with their sign: money out is below zero. */
export type DecimalRange = {
  /** The largest amount, not below `min`; absent or null for no upper end. */
  readonly max?: InputMaybe<Scalars['Decimal']['input']>;
  /** The smallest amount; absent or null for no lower end. */
  readonly min?: InputMaybe<Scalars['Decimal']['input']>;
};

/** One thing that a provider noticed about documents. */
export type DecisionAlert = {
  /** The documents concerned. Empty when the provider names none. At most 200. */
  readonly documents: ReadonlyArray<CaseDocument>;
  /** What was noticed, once per language. Empty when the provider gave no text. At most 20. */
  readonly messages: ReadonlyArray<LocalizedText>;
  /** The provider's word for the kind of check; null when it gave none. At most 200 characters. */
  readonly providerSource?: Maybe<Scalars['String']['output']>;
  /** What kind of check noticed it. */
  readonly source: AlertSource;
};

/** What a provider decided about a case. */
export type DecisionStatus =
  /** Everything is in order. */
  | 'APPROVED'
  /** The provider said something else, or nothing. */
  | 'OTHER'
  /** Something is not in order. */
  | 'REJECTED';

/** A decision in the provider's own words. */
export type DecisionWords = {
  /** Its word for `fraudRisk`; null when it gave none. At most 200 characters. */
  readonly fraudRisk?: Maybe<Scalars['String']['output']>;
  /** Its word for `status`; null when it gave none. At most 200 characters. */
  readonly status?: Maybe<Scalars['String']['output']>;
  /** Its word for `validation`; null when it gave none. At most 200 characters. */
  readonly validation?: Maybe<Scalars['String']['output']>;
};

/** Which bank login is to be removed. */
export type DeleteBankLoginInput = {
  /** Id of the bank login (`blg_…`). At most 255 characters. */
  readonly bankLoginId: Scalars['ID']['input'];
  /**
   * The customer's own address on the internet, such as `203.0.113.7`, which the bank is told. When absent, the address that this request comes
   * from. Private and loopback addresses are refused. At most 100 characters.
   */
  readonly userIp?: InputMaybe<Scalars['String']['input']>;
};

/** The answer to `deleteBankLogin`. */
export type DeleteBankLoginPayload = {
  /** The login, which was removed; null when there are `userErrors`. */
  readonly bankLogin?: Maybe<BankLogin>;
  /** What has to be put right. Empty when it was done. At most 10. */
  readonly userErrors: ReadonlyArray<InputProblem>;
};

/** Whose bank logins are to be removed. */
export type DisconnectBankInput = {
  /** Id of the applicant (`app_…`). At most 255 characters. */
  readonly applicantId: Scalars['ID']['input'];
  /** The provider, such as `finoos`; when absent, the one at which the applicant has logins. At most 255 characters. */
  readonly provider?: InputMaybe<Scalars['ID']['input']>;
  /**
   * The customer's own address on the internet, such as `203.0.113.7`, which the bank is told. When absent, the address that this request comes
   * from. Private and loopback addresses are refused. At most 100 characters.
   */
  readonly userIp?: InputMaybe<Scalars['String']['input']>;
};

/** The answer to `disconnectBank`. */
export type DisconnectBankPayload = {
  /** The applicant, without bank logins; null when there are `userErrors`. */
  readonly applicant?: Maybe<Applicant>;
  /** What has to be put right. Empty when it was done. At most 10. */
  readonly userErrors: ReadonlyArray<InputProblem>;
};

/** What a document is. */
export type DocumentKind =
  /** A bank statement. */
  | 'BANK_STATEMENT'
  /** Anything else. */
  | 'OTHER';

/** How long a period a document covers. */
export type DocumentPeriod =
  /** A month. */
  | 'MONTH'
  /** Three months. */
  | 'QUARTER'
  /** Six months. */
  | 'SEMESTER'
  /** Twelve months. */
  | 'YEAR';

/** How one document of an analysis fared. */
export type DocumentResult = {
  /** The document. */
  readonly document: CaseDocument;
  /**
   * Why it failed or was read in part; null otherwise. Also PROVIDER_BAD_RESPONSE when the provider wrote values that cannot be what
   * they should be (a day of the year 0, a count beyond 2^31, an account number of 4,000 characters): `message` lists the members
   * that are null for it. The status is PARTIAL when something had to be left out or cut, such as a movement without a readable amount.
   */
  readonly error?: Maybe<AnalysisError>;
  /** The bank statements that this analysis found in it, at most 100. */
  readonly statements: ReadonlyArray<Statement>;
  /** How it fared. */
  readonly status: DocumentResultStatus;
};

/** How a document fared in an analysis. */
export type DocumentResultStatus =
  /** It was read. */
  | 'COMPLETED'
  /** It could not be used. */
  | 'FAILED'
  /** It was read in part. */
  | 'PARTIAL'
  /** Nothing is known yet. */
  | 'PENDING';

/** Whether the bytes of a document are there. */
export type DocumentStatus =
  /** They have not arrived yet. */
  | 'AWAITING_UPLOAD'
  /** They were there and are erased. What is erased with its applicant is gone altogether instead. */
  | 'ERASED'
  /** They arrived and were refused: see `rejection`. */
  | 'REJECTED'
  /** They are stored as they were sent. */
  | 'STORED';

/**
 * How the bytes of a document are to be sent. The URL needs no other credential, may be tried again after a broken attempt,
 * and is dead once the bytes have arrived.
 */
export type DocumentUpload = {
  /** Until when the URL works. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** Headers to send along, at most 20. */
  readonly headers: ReadonlyArray<UploadHeader>;
  /** The HTTP method to use: `PUT`. At most 100 characters. */
  readonly method: Scalars['String']['output'];
  /** Where to send the bytes. Keep it secret. */
  readonly url: Scalars['URL']['output'];
};

/** Who is to be erased. */
export type EraseApplicantInput = {
  /** Id of the applicant (`app_…`). At most 255 characters. */
  readonly applicantId: Scalars['ID']['input'];
};

/** The answer to `eraseApplicant`. */
export type EraseApplicantPayload = {
  /** How far the applicant is erased; null when there are `userErrors`. */
  readonly erasure?: Maybe<Erasure>;
  /** What has to be put right. Empty when it was done. At most 10. */
  readonly userErrors: ReadonlyArray<InputProblem>;
};

/** How far an applicant is erased. With us nothing is left but what `remaining` says; elsewhere as far as it can be done from here. */
export type Erasure = {
  /** Whether nothing remains anywhere. */
  readonly complete: Scalars['Boolean']['output'];
  /** What remains, and why, at most 50 entries. */
  readonly remaining: ReadonlyArray<ErasureRemainder>;
};

/** Something of an erased applicant that is still there. */
export type ErasureRemainder = {
  /** Why, for the developer. In English, never with personal data. At most 2,000 characters. */
  readonly message: Scalars['String']['output'];
  /** Who has it; null when it is files with us that could not be deleted yet, which is tried again every few minutes. */
  readonly provider?: Maybe<DataProvider>;
  /**
   * Why it is still there. CAPABILITY_UNSUPPORTED: the provider offers no way to delete it; ask it to, quoting the references.
   * SUBMISSION_OUTCOME_UNKNOWN: something was on its way to the provider, so it may have more than the references tell.
   * CONFLICT: another applicant's analysis needs it too. Otherwise the attempt failed: repeat `eraseApplicant`.
   */
  readonly reason: ErrorCode;
  /** The provider's own ids of what it has; empty when none are known. The first 1,000. At most 255 characters. */
  readonly references: ReadonlyArray<Scalars['String']['output']>;
};

/**
 * Everything that can go wrong: a closed list, the same in `InputProblem.code`, `AnalysisError.code` and
 * `errors[].extensions.code`. Each says what it means, and then what to do.
 */
export type ErrorCode =
  /**
   * The request or a value in it is not acceptable.
   *
   * Put it right: `message` says what is wrong, `field` where.
   */
  | 'BAD_USER_INPUT'
  /**
   * The statement is from another bank than the one that was named.
   *
   * Put `bankName` right, or ask for the other statement.
   */
  | 'BANK_MISMATCH'
  /**
   * The bank that issued the statement could not be recognised.
   *
   * Ask for the file as the bank gives it out. Name the bank as `bankName` if the provider reads that.
   */
  | 'BANK_UNDETECTED'
  /**
   * The provider does not offer this.
   *
   * Choose one that does, by `dataProviders`.
   */
  | 'CAPABILITY_UNSUPPORTED'
  /**
   * It contradicts something that exists, such as a reference that is taken.
   *
   * Load what is there, and go on with that.
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
   * Query the present state, then follow without a cursor.
   */
  | 'CURSOR_EXPIRED'
  /**
   * The provider, or the sending of a document, took longer than is allowed.
   *
   * Try it again: `retryAnalysis`, or send the document once more.
   */
  | 'DEADLINE_EXCEEDED'
  /**
   * The document has no content.
   *
   * Ask for another file.
   */
  | 'DOCUMENT_EMPTY'
  /**
   * The document is damaged or not what it says it is.
   *
   * Ask for another file.
   */
  | 'DOCUMENT_INVALID'
  /**
   * The document is a scan or a photo where the original file is needed.
   *
   * Ask for the file as the bank gave it out.
   */
  | 'DOCUMENT_IS_IMAGE'
  /**
   * The document's bytes have not arrived yet.
   *
   * Send them, and come back once it is STORED.
   */
  | 'DOCUMENT_NOT_READY'
  /**
   * The document is protected by a password, and the provider cannot open it.
   *
   * Ask for the file without password protection, upload it, and name it in `retryAnalysis`. When `action.type` is PROVIDE_PASSWORD, give the password to `retryAnalysis` instead.
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
   * Ask for another type of file, best a PDF.
   */
  | 'DOCUMENT_TYPE_UNSUPPORTED'
  /**
   * The credential lacks a scope; the message names it.
   *
   * Use a credential that has it.
   */
  | 'FORBIDDEN'
  /**
   * The idempotency key was used before with another input.
   *
   * Take a new key for a new request.
   */
  | 'IDEMPOTENCY_CONFLICT'
  /**
   * A fault of ours.
   *
   * Try it again in a while. If it stays so, tell the operator the `correlationId`.
   */
  | 'INTERNAL'
  /**
   * It cannot be done in the state that the object is in.
   *
   * Load the object again. `allowedActions` says what can be done with an analysis.
   */
  | 'INVALID_STATE'
  /**
   * Something the input names does not exist for this caller.
   *
   * Check the id. What it named may be erased, or another tenant's.
   */
  | 'NOT_FOUND'
  /**
   * The provider answered something that is not what it documents.
   *
   * Try it again in a while. If it stays so, tell the operator the `correlationId`.
   */
  | 'PROVIDER_BAD_RESPONSE'
  /**
   * Our credentials at the provider do not allow this.
   *
   * Tell the operator, whose account there lacks a permission.
   */
  | 'PROVIDER_FORBIDDEN'
  /**
   * The provider is unknown, or switched off for this tenant.
   *
   * Choose one that `dataProviders` says is enabled.
   */
  | 'PROVIDER_NOT_CONFIGURED'
  /**
   * What was bought from the provider is used up.
   *
   * Tell the operator, who has to buy more.
   */
  | 'PROVIDER_QUOTA_EXCEEDED'
  /**
   * The provider accepts no more calls for now.
   *
   * Come back after `retryAfterSeconds`.
   */
  | 'PROVIDER_RATE_LIMITED'
  /**
   * The provider refused the request; `providerCode` has its own reason.
   *
   * Do not send the same once more. Tell the operator the reason.
   */
  | 'PROVIDER_REJECTED'
  /**
   * The session at the provider has ended.
   *
   * Begin with the provider anew.
   */
  | 'PROVIDER_SESSION_EXPIRED'
  /**
   * The provider did not answer in time.
   *
   * Try it again in a while.
   */
  | 'PROVIDER_TIMEOUT'
  /**
   * The provider does not accept our credentials.
   *
   * Tell the operator, who has to renew them.
   */
  | 'PROVIDER_UNAUTHORIZED'
  /**
   * The provider cannot be reached, or says that it has a fault.
   *
   * Try it again in a while. What is stored can be read meanwhile.
   */
  | 'PROVIDER_UNAVAILABLE'
  /**
   * The query is too deep, too broad or asks for too much at once.
   *
   * Ask for less, or in several queries; the message says which limit it was.
   */
  | 'QUERY_TOO_COMPLEX'
  /**
   * Too many requests to us, or too many subscriptions at once.
   *
   * Come back after `retryAfterSeconds`, if it is there, or end a subscription that you no longer need.
   */
  | 'RATE_LIMITED'
  /**
   * The address to return to is not among those allowed.
   *
   * Use one that is, or have the operator allow it.
   */
  | 'REDIRECT_NOT_ALLOWED'
  /**
   * The provider no longer keeps the result.
   *
   * Ask for it again with `retryAnalysis`.
   */
  | 'RESULT_EXPIRED'
  /**
   * The provider has this statement already.
   *
   * Look for it in an earlier analysis. Sending it again changes nothing.
   */
  | 'STATEMENT_DUPLICATE'
  /**
   * The statement is not from the period that is asked for.
   *
   * Ask for a statement of that period.
   */
  | 'STATEMENT_OUT_OF_RANGE'
  /**
   * The provider cannot read statements of this bank in this form.
   *
   * Ask for the statement in another form, or ask another provider.
   */
  | 'STATEMENT_UNSUPPORTED_FORMAT'
  /**
   * The connection broke while the documents were being handed over, or a customer invited, so it is not known whether the
   * provider did it.
   *
   * Decide whether to try it again: then it may be done, and charged, twice.
   */
  | 'SUBMISSION_OUTCOME_UNKNOWN'
  /**
   * No credential, or one that is not valid.
   *
   * Get a new token, or use another key.
   */
  | 'UNAUTHENTICATED';

/** Which events are wanted. Every member that is given must fit; an empty list fits nothing. */
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

/** What led to an event. */
export type EventSource =
  /** The return of a browser. */
  | 'CALLBACK'
  /** Our asking the provider. */
  | 'POLL'
  /** A request to this API. */
  | 'REQUEST'
  /** The clock. */
  | 'SCHEDULE'
  /** A call of the provider. */
  | 'WEBHOOK';

/** What can happen. */
export type EventType =
  /** An analysis waits for somebody. */
  | 'ANALYSIS_ACTION_REQUIRED'
  /** An analysis was given up on request. */
  | 'ANALYSIS_CANCELLED'
  /** An analysis is complete. */
  | 'ANALYSIS_COMPLETED'
  /** An analysis failed. */
  | 'ANALYSIS_FAILED'
  /** An analysis ended with a part of its result. */
  | 'ANALYSIS_PARTIAL'
  /** An analysis moved on to another status or stage that is not final, or what keeps it from going on has changed. */
  | 'ANALYSIS_PROGRESSED'
  /** An analysis was asked for. */
  | 'ANALYSIS_QUEUED'
  /** An applicant was entered. */
  | 'APPLICANT_CREATED'
  /** An applicant was erased, with everything that hung on it. Follows the cancelling of what was under way. */
  | 'APPLICANT_ERASED'
  /** A bank login gives access to other accounts than before. */
  | 'BANK_LOGIN_ACCOUNTS_CHANGED'
  /** The customer has to sign in at the bank before there is more news of a bank login. */
  | 'BANK_LOGIN_ACTION_REQUIRED'
  /** A bank login was connected, or connected again after it was removed. */
  | 'BANK_LOGIN_CONNECTED'
  /** A bank could not be connected, or the provider cannot fetch news of a bank login. */
  | 'BANK_LOGIN_FAILED'
  /** A bank login was removed. What was read of it is still there. */
  | 'BANK_LOGIN_REMOVED'
  /** News of a bank login was read: transactions, balances or anything else of it. */
  | 'BANK_LOGIN_SYNCHRONIZED'
  /** A case was opened. */
  | 'CASE_OPENED'
  /** Every analysis asked for in a case has ended. Again when a later one was started and has ended. */
  | 'CASE_SETTLED'
  /** The bytes of a document arrived and were refused. */
  | 'DOCUMENT_REJECTED'
  /** The bytes of a document have arrived. */
  | 'DOCUMENT_STORED'
  /** The provider says that a letter or fax was delivered. */
  | 'SHIPMENT_DELIVERED'
  /** A letter or fax was not sent, or not delivered. */
  | 'SHIPMENT_FAILED'
  /** A letter or fax was asked for. */
  | 'SHIPMENT_QUEUED'
  /** A letter or fax was handed to the provider. */
  | 'SHIPMENT_SENT'
  /** The provider has not said in time whether a letter or fax was delivered. It may still do so. */
  | 'SHIPMENT_UNCONFIRMED';

/** How sure a provider is of what it read, each from 0 to 1; null where it does not say. */
export type ExtractionConfidence = {
  /** Of understanding what they mean. */
  readonly extraction?: Maybe<Scalars['Decimal']['output']>;
  /** Of recognising the characters. */
  readonly ocr?: Maybe<Scalars['Decimal']['output']>;
  /** Altogether. */
  readonly overall?: Maybe<Scalars['Decimal']['output']>;
};

/** Accounts that were read elsewhere. */
export type ImportBankLoginsInput = {
  /** Id of the applicant (`app_…`). At most 255 characters. */
  readonly applicantId: Scalars['ID']['input'];
  /** REPLACE: true to have logins removed that are not among these. Without it such an import is refused with INVALID_STATE. */
  readonly confirm?: InputMaybe<Scalars['Boolean']['input']>;
  /** The same key with the same input answers the same again, so a request may be repeated. At most 255 characters. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * The logins, at most 50. One request has at most 1 MiB, and at most 1,000 entries in any list, so that many transactions take several
   * imports, of which all but the first MERGE.
   */
  readonly logins: ReadonlyArray<ImportedLoginInput>;
  /** What becomes of the logins that are there already. */
  readonly mode: ImportMode;
  /** The provider, such as `finoos`; when absent, the first one that takes them. At most 255 characters. */
  readonly provider?: InputMaybe<Scalars['ID']['input']>;
};

/** The answer to `importBankLogins`. */
export type ImportBankLoginsPayload = {
  /** All bank logins of the applicant that are connected, at most 100; null when there are `userErrors`. */
  readonly bankLogins?: Maybe<ReadonlyArray<BankLogin>>;
  /** What has to be put right. Empty when it was done. At most 100: of more, the last one says how many there are. */
  readonly userErrors: ReadonlyArray<InputProblem>;
};

/** What becomes of the logins that are there already. */
export type ImportMode =
  /** They stay; logins and accounts with the same ids are brought up to date. */
  | 'MERGE'
  /** They go: afterwards there are these and no others. */
  | 'REPLACE';

/** An account that was read elsewhere. */
export type ImportedAccountInput = {
  /** How much is in it; below zero when it is overdrawn. */
  readonly balance?: InputMaybe<Scalars['Decimal']['input']>;
  /** How far it may be overdrawn: positive or zero. */
  readonly creditLine?: InputMaybe<Scalars['Decimal']['input']>;
  /** Its currency, in which the amounts of the account itself are. */
  readonly currency: Scalars['CurrencyCode']['input'];
  /** Its IBAN: the form is checked, not the check digits. At most 100 characters. */
  readonly iban?: InputMaybe<Scalars['String']['input']>;
  /** Your id of it, unique among all accounts of the import. At most 255 characters. */
  readonly id: Scalars['ID']['input'];
  /** How much may be spent from it in a month: positive or zero. */
  readonly monthlySpendingLimit?: InputMaybe<Scalars['Decimal']['input']>;
  /** What it is called. At most 500 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** The bank's number of it. At most 100 characters. */
  readonly number?: InputMaybe<Scalars['String']['input']>;
  /** Who owns it. At most 500 characters. */
  readonly owner?: InputMaybe<Scalars['String']['input']>;
  /** What a securities account holds, at most 500. */
  readonly securities?: InputMaybe<ReadonlyArray<ImportedSecurityInput>>;
  /** Payments that the bank repeats by itself, at most 200. */
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
  /** What it is called. At most 500 characters. */
  readonly name: Scalars['String']['input'];
};

/** Who was at the other end of a transaction that was read elsewhere. */
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
  /** Currency of the amounts. */
  readonly currency: Scalars['CurrencyCode']['input'];
  /** Rate by which another currency was converted. */
  readonly exchangeRate?: InputMaybe<Scalars['Decimal']['input']>;
  /** Your id of it, unique among the holdings of its account. At most 255 characters. */
  readonly id: Scalars['ID']['input'];
  /** International Securities Identification Number. At most 100 characters. */
  readonly isin?: InputMaybe<Scalars['String']['input']>;
  /** Where it is traded. At most 200 characters. */
  readonly market?: InputMaybe<Scalars['String']['input']>;
  /** What it is called. At most 500 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Price of one. */
  readonly price?: InputMaybe<Scalars['Decimal']['input']>;
  /** Price of one when it was bought. */
  readonly purchasePrice?: InputMaybe<Scalars['Decimal']['input']>;
  /** How many, or for bonds the nominal amount. */
  readonly quantity?: InputMaybe<Scalars['Decimal']['input']>;
  /** Value of all of them. */
  readonly value?: InputMaybe<Scalars['Decimal']['input']>;
};

/** A standing order that was read elsewhere. */
export type ImportedStandingOrderInput = {
  /** What is paid each time: below zero, since it goes out. */
  readonly amount: Scalars['Decimal']['input'];
  /** When it was set up. */
  readonly createdAt?: InputMaybe<Scalars['Date']['input']>;
  /** Its currency. */
  readonly currency: Scalars['CurrencyCode']['input'];
  /** The day of the month or week on which it is carried out, from 1. */
  readonly executionDay?: InputMaybe<Scalars['Int']['input']>;
  /** When it is carried out for the first time. */
  readonly firstExecutionDate?: InputMaybe<Scalars['Date']['input']>;
  /** Your id of it, unique among the standing orders of its account. At most 255 characters. */
  readonly id: Scalars['ID']['input'];
  /** How often, such as `MONTHLY`. At most 200 characters. */
  readonly interval?: InputMaybe<Scalars['String']['input']>;
  /** When it is carried out for the last time. */
  readonly lastExecutionDate?: InputMaybe<Scalars['Date']['input']>;
  /** What it is for. At most 4,000 characters. */
  readonly purpose?: InputMaybe<Scalars['String']['input']>;
};

/** A word that was attached to a transaction. */
export type ImportedTagInput = {
  /** The word. At most 200 characters. */
  readonly name: Scalars['String']['input'];
  /** Where it comes from. At most 200 characters. */
  readonly source?: InputMaybe<Scalars['String']['input']>;
};

/** A code that says what kind of movement a transaction is. */
export type ImportedTransactionCodeInput = {
  /** Which list the code is from. At most 200 characters. */
  readonly type: Scalars['String']['input'];
  /** The code. At most 200 characters. */
  readonly value: Scalars['String']['input'];
};

/** A transaction that was read elsewhere. */
export type ImportedTransactionInput = {
  /** The amount: into the account positive, out of it negative. */
  readonly amount: Scalars['Decimal']['input'];
  /** The day it was booked, from 1900-01-01 to 2200-12-31 like all dates here. */
  readonly bookingDate?: InputMaybe<Scalars['Date']['input']>;
  /** Codes that say what kind of movement it is, at most 20. */
  readonly codes?: InputMaybe<ReadonlyArray<ImportedTransactionCodeInput>>;
  /** Who was at the other end. */
  readonly counterparty?: InputMaybe<ImportedCounterpartyInput>;
  /** Its currency. */
  readonly currency: Scalars['CurrencyCode']['input'];
  /** What the bank says of it. At most 4,000 characters. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** Your id of it, unique among all transactions of the import. At most 255 characters. */
  readonly id: Scalars['ID']['input'];
  /** Reference of the direct debit mandate. At most 255 characters. */
  readonly mandateReference?: InputMaybe<Scalars['String']['input']>;
  /** Whether it is booked. */
  readonly status: TransactionStatus;
  /** Words that were attached to it, at most 20. */
  readonly tags?: InputMaybe<ReadonlyArray<ImportedTagInput>>;
  /** The day from which it counts for interest. */
  readonly valueDate?: InputMaybe<Scalars['Date']['input']>;
};

/** Something the caller can put right: what it is, and where in the input. */
export type InputProblem = {
  /** What went wrong, for the program. */
  readonly code: ErrorCode;
  /** Path of the offending input from `input` downwards, such as `["documents", "0", "documentId"]`; null when it is not one field. At most 10 steps. At most 100 characters. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** What went wrong, for the developer. In English, never with personal data. At most 2,000 characters. */
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
  /** What kind of picture it is, such as `image/png`. Null when the provider does not say. At most 255 characters. */
  readonly mediaType?: Maybe<Scalars['String']['output']>;
  /** Where the picture is. The address is the provider's. */
  readonly url: Scalars['URL']['output'];
};

/** Whose bank logins are to be managed. */
export type ManageBankLoginsInput = {
  /** Whether the page begins with adding a bank. */
  readonly addBankLogin?: InputMaybe<Scalars['Boolean']['input']>;
  /** Id of the applicant (`app_…`). At most 255 characters. */
  readonly applicantId: Scalars['ID']['input'];
  /** Where the browser goes when that failed. REDIRECT_NOT_ALLOWED unless it is among your allowed addresses. */
  readonly errorUrl: Scalars['URL']['input'];
  /** Where the browser goes when the customer left off. REDIRECT_NOT_ALLOWED unless it is among your allowed addresses. */
  readonly exitUrl: Scalars['URL']['input'];
  /** The provider, such as `finoos`; when absent, the one at which the applicant has logins. At most 255 characters. */
  readonly provider?: InputMaybe<Scalars['ID']['input']>;
  /** Where the browser goes when something was changed. REDIRECT_NOT_ALLOWED unless it is among your allowed addresses. */
  readonly successUrl: Scalars['URL']['input'];
  /**
   * The customer's own address on the internet, such as `203.0.113.7`, which the bank is told. When absent, the address that this request comes
   * from. Private and loopback addresses are refused. At most 100 characters.
   */
  readonly userIp?: InputMaybe<Scalars['String']['input']>;
};

/** The answer to `manageBankLogins`. */
export type ManageBankLoginsPayload = {
  /** The provider's page. Give it to nobody but the customer: whoever opens it acts for them. Null when there are `userErrors`. */
  readonly redirectUrl?: Maybe<Scalars['URL']['output']>;
  /** The visit to that page; null when there are `userErrors`. */
  readonly session?: Maybe<BankSession>;
  /** What has to be put right. Empty when it was done. At most 10. */
  readonly userErrors: ReadonlyArray<InputProblem>;
};

/** A named figure. */
export type Metric = {
  /** Which of several it is: `period`, `annualised`, a month such as `2025-08`; null when there is only one. At most 200 characters. */
  readonly basis?: Maybe<Scalars['String']['output']>;
  /** The provider's own name of it. At most 200 characters. */
  readonly name: Scalars['String']['output'];
  /** What it counts, such as a currency code; null when the provider does not say. At most 200 characters. */
  readonly unit?: Maybe<Scalars['String']['output']>;
  /** The figure. */
  readonly value: Scalars['Decimal']['output'];
};

/** A page of figures. */
export type MetricConnection = {
  /** The figures of the page with their cursors. */
  readonly edges: ReadonlyArray<MetricEdge>;
  /** Where the page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many figures the whole list has. */
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
 * An amount of money from the account holder's point of view: into the account positive, out of it negative, whatever the
 * provider's own habit.
 */
export type MonetaryAmount = {
  /** Its currency. */
  readonly currency: Scalars['CurrencyCode']['output'];
  /** The amount in units of the currency (not in cents), digits as the provider wrote them. */
  readonly value: Scalars['Decimal']['output'];
};

/**
 * What can be done. Every mutation takes one `input` and answers the object it made or changed next to `userErrors`. What a
 * caller did wrong is listed there, and the object is then null; only the exceptional is in `errors[]`, and the whole
 * payload is then null. Fields of an object other than its `id` need the scope `read` as well: without it the mutation is
 * refused before it begins.
 */
export type Mutation = {
  /** Gives an analysis up. Possible while `allowedActions` has CANCEL. Needs the scope `write`. */
  readonly cancelAnalysis?: Maybe<CancelAnalysisPayload>;
  /**
   * Begins to connect accounts at a bank. Answers a page of the provider, where the customer chooses the bank and signs in: send
   * their browser there. It comes back to one of the three addresses, with `connection=<id of the session>` added to the query.
   * What was connected is told by the event BANK_LOGIN_CONNECTED, a few seconds later. Connecting a bank again that is connected
   * already renews its login. Needs the scope `banking`.
   */
  readonly connectBank?: Maybe<ConnectBankPayload>;
  /** Enters a person or company about whom something is to be asked. Needs the scope `write`. */
  readonly createApplicant?: Maybe<CreateApplicantPayload>;
  /** Announces a document and answers where its bytes are to be sent. Needs the scope `write`. */
  readonly createDocumentUpload?: Maybe<CreateDocumentUploadPayload>;
  /**
   * Removes a bank login at the provider. What was read of it stays until the applicant is erased; the login has `removedAt` then.
   * May be repeated. Needs the scope `banking`.
   */
  readonly deleteBankLogin?: Maybe<DeleteBankLoginPayload>;
  /**
   * Removes all bank logins of an applicant at the provider. What was read of them stays until the applicant is erased. May be
   * repeated. Needs the scope `banking`.
   */
  readonly disconnectBank?: Maybe<DisconnectBankPayload>;
  /**
   * Erases an applicant with everything that hangs on it: cases, documents and their bytes, analyses and what they found. What is
   * under way is cancelled. It cannot be undone. What happened stays in the log, as ids that lead nowhere. May be repeated:
   * what remained is tried again, and the answer says what remains now. For as long as events are kept; then NOT_FOUND.
   * Needs the scope `erase`.
   */
  readonly eraseApplicant?: Maybe<EraseApplicantPayload>;
  /**
   * Hands accounts to a provider that were read elsewhere, so that they are as good as connected. Everything is checked before anything is
   * sent: `userErrors` lists all that has to be put right, each with its place. Amounts are signed: into the account positive.
   * CAPABILITY_UNSUPPORTED when no provider takes them. Needs the scope `banking`.
   */
  readonly importBankLogins?: Maybe<ImportBankLoginsPayload>;
  /**
   * Opens a page of the provider on which the customer manages the bank logins: adds some, renews some, removes some. The browser
   * comes back as after `connectBank`. Needs the scope `banking`.
   */
  readonly manageBankLogins?: Maybe<ManageBankLoginsPayload>;
  /** Opens a case: one decision to be taken about an applicant. Needs the scope `write`. */
  readonly openCase?: Maybe<OpenCasePayload>;
  /**
   * Invites a customer to hand their bank statements to a provider themselves. Makes an analysis of STATEMENT_EXTRACTION that is
   * ACTION_REQUIRED, with the link as `action.url`, until they have done so; from then on it goes on like any other, but has
   * no documents of ours. It fails with CONSENT_EXPIRED when they do not in time, and with SUBMISSION_OUTCOME_UNKNOWN when it
   * cannot be known whether the provider made an invitation: then there may be one, so another is for you to ask for.
   * Needs the scope `write`.
   */
  readonly requestConsent?: Maybe<RequestConsentPayload>;
  /**
   * Goes on with an analysis. One that waits for an action (RESUME) is taken up again with what was missing and stays the same
   * analysis; if the action is done at the provider (OPEN_URL), the provider is asked now instead of later. One that has ended
   * (RETRY) stays as it is and a new one takes its place, whose `retryOf` it is. Needs the scope `write`.
   */
  readonly retryAnalysis?: Maybe<RetryAnalysisPayload>;
  /**
   * Has a provider send a stored document as a fax. Events tell what becomes of it: SHIPMENT_SENT, then SHIPMENT_DELIVERED or
   * SHIPMENT_FAILED. It is never sent twice. Needs the scope `shipments`.
   */
  readonly sendFax?: Maybe<SendFaxPayload>;
  /**
   * Has a provider send a stored document as a letter. Events tell what becomes of it: SHIPMENT_SENT, then SHIPMENT_DELIVERED or
   * SHIPMENT_FAILED. It is never sent twice. Needs the scope `shipments`.
   */
  readonly sendLetter?: Maybe<SendLetterPayload>;
  /** Asks a provider about documents of a case. Answers at once; follow `analysisUpdated` to hear of the result. Needs the scope `write`. */
  readonly startAnalysis?: Maybe<StartAnalysisPayload>;
  /**
   * Has the provider fetch news from the bank. Mostly it can do so by itself: then `redirectUrl` is null and the event
   * BANK_LOGIN_SYNCHRONIZED follows. Where the bank wants the customer to confirm it (strong customer authentication), `redirectUrl`
   * is the page to send their browser to. Needs the scope `banking`.
   */
  readonly synchronizeBankLogin?: Maybe<SynchronizeBankLoginPayload>;
  /** Changes what is known of an applicant. Fields that are absent stay as they are; null clears. Needs the scope `write`. */
  readonly updateApplicant?: Maybe<UpdateApplicantPayload>;
};


/**
 * What can be done. Every mutation takes one `input` and answers the object it made or changed next to `userErrors`. What a
 * caller did wrong is listed there, and the object is then null; only the exceptional is in `errors[]`, and the whole
 * payload is then null. Fields of an object other than its `id` need the scope `read` as well: without it the mutation is
 * refused before it begins.
 */
export type MutationCancelAnalysisArgs = {
  input: CancelAnalysisInput;
};


/**
 * What can be done. Every mutation takes one `input` and answers the object it made or changed next to `userErrors`. What a
 * caller did wrong is listed there, and the object is then null; only the exceptional is in `errors[]`, and the whole
 * payload is then null. Fields of an object other than its `id` need the scope `read` as well: without it the mutation is
 * refused before it begins.
 */
export type MutationConnectBankArgs = {
  input: ConnectBankInput;
};


/**
 * What can be done. Every mutation takes one `input` and answers the object it made or changed next to `userErrors`. What a
 * caller did wrong is listed there, and the object is then null; only the exceptional is in `errors[]`, and the whole
 * payload is then null. Fields of an object other than its `id` need the scope `read` as well: without it the mutation is
 * refused before it begins.
 */
export type MutationCreateApplicantArgs = {
  input: CreateApplicantInput;
};


/**
 * What can be done. Every mutation takes one `input` and answers the object it made or changed next to `userErrors`. What a
 * caller did wrong is listed there, and the object is then null; only the exceptional is in `errors[]`, and the whole
 * payload is then null. Fields of an object other than its `id` need the scope `read` as well: without it the mutation is
 * refused before it begins.
 */
export type MutationCreateDocumentUploadArgs = {
  input: CreateDocumentUploadInput;
};


/**
 * What can be done. Every mutation takes one `input` and answers the object it made or changed next to `userErrors`. What a
 * caller did wrong is listed there, and the object is then null; only the exceptional is in `errors[]`, and the whole
 * payload is then null. Fields of an object other than its `id` need the scope `read` as well: without it the mutation is
 * refused before it begins.
 */
export type MutationDeleteBankLoginArgs = {
  input: DeleteBankLoginInput;
};


/**
 * What can be done. Every mutation takes one `input` and answers the object it made or changed next to `userErrors`. What a
 * caller did wrong is listed there, and the object is then null; only the exceptional is in `errors[]`, and the whole
 * payload is then null. Fields of an object other than its `id` need the scope `read` as well: without it the mutation is
 * refused before it begins.
 */
export type MutationDisconnectBankArgs = {
  input: DisconnectBankInput;
};


/**
 * What can be done. Every mutation takes one `input` and answers the object it made or changed next to `userErrors`. What a
 * caller did wrong is listed there, and the object is then null; only the exceptional is in `errors[]`, and the whole
 * payload is then null. Fields of an object other than its `id` need the scope `read` as well: without it the mutation is
 * refused before it begins.
 */
export type MutationEraseApplicantArgs = {
  input: EraseApplicantInput;
};


/**
 * What can be done. Every mutation takes one `input` and answers the object it made or changed next to `userErrors`. What a
 * caller did wrong is listed there, and the object is then null; only the exceptional is in `errors[]`, and the whole
 * payload is then null. Fields of an object other than its `id` need the scope `read` as well: without it the mutation is
 * refused before it begins.
 */
export type MutationImportBankLoginsArgs = {
  input: ImportBankLoginsInput;
};


/**
 * What can be done. Every mutation takes one `input` and answers the object it made or changed next to `userErrors`. What a
 * caller did wrong is listed there, and the object is then null; only the exceptional is in `errors[]`, and the whole
 * payload is then null. Fields of an object other than its `id` need the scope `read` as well: without it the mutation is
 * refused before it begins.
 */
export type MutationManageBankLoginsArgs = {
  input: ManageBankLoginsInput;
};


/**
 * What can be done. Every mutation takes one `input` and answers the object it made or changed next to `userErrors`. What a
 * caller did wrong is listed there, and the object is then null; only the exceptional is in `errors[]`, and the whole
 * payload is then null. Fields of an object other than its `id` need the scope `read` as well: without it the mutation is
 * refused before it begins.
 */
export type MutationOpenCaseArgs = {
  input: OpenCaseInput;
};


/**
 * What can be done. Every mutation takes one `input` and answers the object it made or changed next to `userErrors`. What a
 * caller did wrong is listed there, and the object is then null; only the exceptional is in `errors[]`, and the whole
 * payload is then null. Fields of an object other than its `id` need the scope `read` as well: without it the mutation is
 * refused before it begins.
 */
export type MutationRequestConsentArgs = {
  input: RequestConsentInput;
};


/**
 * What can be done. Every mutation takes one `input` and answers the object it made or changed next to `userErrors`. What a
 * caller did wrong is listed there, and the object is then null; only the exceptional is in `errors[]`, and the whole
 * payload is then null. Fields of an object other than its `id` need the scope `read` as well: without it the mutation is
 * refused before it begins.
 */
export type MutationRetryAnalysisArgs = {
  input: RetryAnalysisInput;
};


/**
 * What can be done. Every mutation takes one `input` and answers the object it made or changed next to `userErrors`. What a
 * caller did wrong is listed there, and the object is then null; only the exceptional is in `errors[]`, and the whole
 * payload is then null. Fields of an object other than its `id` need the scope `read` as well: without it the mutation is
 * refused before it begins.
 */
export type MutationSendFaxArgs = {
  input: SendFaxInput;
};


/**
 * What can be done. Every mutation takes one `input` and answers the object it made or changed next to `userErrors`. What a
 * caller did wrong is listed there, and the object is then null; only the exceptional is in `errors[]`, and the whole
 * payload is then null. Fields of an object other than its `id` need the scope `read` as well: without it the mutation is
 * refused before it begins.
 */
export type MutationSendLetterArgs = {
  input: SendLetterInput;
};


/**
 * What can be done. Every mutation takes one `input` and answers the object it made or changed next to `userErrors`. What a
 * caller did wrong is listed there, and the object is then null; only the exceptional is in `errors[]`, and the whole
 * payload is then null. Fields of an object other than its `id` need the scope `read` as well: without it the mutation is
 * refused before it begins.
 */
export type MutationStartAnalysisArgs = {
  input: StartAnalysisInput;
};


/**
 * What can be done. Every mutation takes one `input` and answers the object it made or changed next to `userErrors`. What a
 * caller did wrong is listed there, and the object is then null; only the exceptional is in `errors[]`, and the whole
 * payload is then null. Fields of an object other than its `id` need the scope `read` as well: without it the mutation is
 * refused before it begins.
 */
export type MutationSynchronizeBankLoginArgs = {
  input: SynchronizeBankLoginInput;
};


/**
 * What can be done. Every mutation takes one `input` and answers the object it made or changed next to `userErrors`. What a
 * caller did wrong is listed there, and the object is then null; only the exceptional is in `errors[]`, and the whole
 * payload is then null. Fields of an object other than its `id` need the scope `read` as well: without it the mutation is
 * refused before it begins.
 */
export type MutationUpdateApplicantArgs = {
  input: UpdateApplicantInput;
};

/** What case is to be opened. */
export type OpenCaseInput = {
  /** About whom (`app_…`). At most 255 characters. */
  readonly applicantId: Scalars['ID']['input'];
  /** What the applicant declared, for providers that compare it with the documents. At most 100,000 characters. */
  readonly declared?: InputMaybe<Scalars['JSON']['input']>;
  /** The same key with the same input answers the same case again, so a request may be repeated. At most 255 characters. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Your own id of the case; need not be unique. At most 255 characters. */
  readonly reference?: InputMaybe<Scalars['String']['input']>;
  /** What the decision is about, in your own words. At most 500 characters. */
  readonly useCase?: InputMaybe<Scalars['String']['input']>;
};

/** The answer to `openCase`. */
export type OpenCasePayload = {
  /** The new case; null when there are `userErrors`. */
  readonly case?: Maybe<Case>;
  /** What has to be put right. Empty when it was done. At most 10. */
  readonly userErrors: ReadonlyArray<InputProblem>;
};

/**
 * Where a page lies in its list. Lists are read forward with `first` and `after`, or backward with `last` and `before`: never
 * both at once. A page has 50 items unless told otherwise and at most 500; more is refused with BAD_USER_INPUT. A page read
 * backward is in the same order as one read forward.
 */
export type PageInfo = {
  /** Cursor of the last item, to go forward with `after`; null when the page is empty. At most 2,000 characters. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether something follows the last item of this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether something precedes the first item of this page. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first item, to go backward with `before`; null when the page is empty. At most 2,000 characters. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

/** Somebody who pays a company, or is paid by it. Every field but the name is null when the provider does not say. */
export type PaymentPartner = {
  /** When money first went one way or the other. */
  readonly firstTransaction?: Maybe<Scalars['Date']['output']>;
  /** International Bank Account Number in full. Needs the scope `read:account-numbers`. At most 100 characters. */
  readonly iban?: Maybe<Scalars['String']['output']>;
  /** When money last went one way or the other. */
  readonly lastTransaction?: Maybe<Scalars['Date']['output']>;
  /** The IBAN with all but its country code and its last four characters hidden. At most 100 characters. */
  readonly maskedIban?: Maybe<Scalars['String']['output']>;
  /** What it paid to the company: positive or zero, in the currency of the accounts. */
  readonly moneyIn?: Maybe<Scalars['Decimal']['output']>;
  /** What the company paid to it: negative or zero, in the currency of the accounts. */
  readonly moneyOut?: Maybe<Scalars['Decimal']['output']>;
  /** Who it is. At most 500 characters. */
  readonly name: Scalars['String']['output'];
  /** How much the company depends on it, on the provider's own scale: more is more. */
  readonly relevance?: Maybe<Scalars['Decimal']['output']>;
  /** When the provider said so. */
  readonly retrievedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Its part of all that the company was paid, from 0 to 1. */
  readonly shareOfIncome?: Maybe<Scalars['Decimal']['output']>;
  /** Its part of all that the company paid, from 0 to 1. */
  readonly shareOfOutcome?: Maybe<Scalars['Decimal']['output']>;
  /** Whether the provider did not answer when it was asked again. */
  readonly stale?: Maybe<Scalars['Boolean']['output']>;
  /** How many transactions there were. */
  readonly transactionCount?: Maybe<Scalars['Int']['output']>;
};

/** How a provider has been answering lately. */
export type ProviderHealth =
  /** A fifth of the last calls failed, or more. */
  | 'DEGRADED'
  /** All calls fail. It is tried again now and then. */
  | 'DOWN'
  /** It answers. */
  | 'HEALTHY'
  /** It refuses the configured credentials. Nothing works until an operator mends them. */
  | 'UNAUTHORIZED'
  /** It was not called yet. */
  | 'UNKNOWN';

/**
 * What can be asked. Everything about applicants, their documents and what was found in them is answered from what is
 * stored, so it works while a provider is down. An id that does not exist and one that belongs to another tenant are alike:
 * null. Needs the scope `read`.
 */
export type Query = {
  /** Analyses of every case, newest first. */
  readonly analyses: AnalysisConnection;
  /** The analysis with this id; null when there is none. */
  readonly analysis?: Maybe<Analysis>;
  /** The applicant with this id; null when there is none. */
  readonly applicant?: Maybe<Applicant>;
  /** The applicant whom you know under this reference; null when there is none. */
  readonly applicantByReference?: Maybe<Applicant>;
  /** Applicants, newest first. */
  readonly applicants: ApplicantConnection;
  /** The bank account with this id, also one that can no longer be read; null when there is none. */
  readonly bankAccount?: Maybe<BankAccount>;
  /** The bank login with this id, connected or removed; null when there is none. */
  readonly bankLogin?: Maybe<BankLogin>;
  /**
   * The visit to a provider's page with this id; null when there is none. The id is that of the answer to the mutation, and the
   * parameter `connection` of the address at which the browser came back.
   */
  readonly bankSession?: Maybe<BankSession>;
  /**
   * The banks that a provider knows, in the order of their names: what `startAnalysis` takes as `bankName`, and where customers can
   * connect accounts. The provider is asked at most once a day, and no longer than 5 seconds. CAPABILITY_UNSUPPORTED for a provider whose
   * `capabilities` do not list `banks`.
   */
  readonly banks?: Maybe<BankConnection>;
  /** The case with this id; null when there is none. */
  readonly case?: Maybe<Case>;
  /** Cases. `filter: {statuses: [ACTION_REQUIRED]}, orderBy: OPENED_AT_ASC` are those that wait for somebody, the longest waiting first. */
  readonly cases: CaseConnection;
  /**
   * Companies whose names are like a text, the best match first, at most 50. A provider's directory is asked, no longer than 5 seconds, and its
   * answer is kept for a day. Null with an error when no provider has a directory, or it does not answer and nothing is kept.
   */
  readonly companies?: Maybe<ReadonlyArray<Company>>;
  /** Every provider, whether it is switched on for the tenant or not. A short list, in a fixed order. */
  readonly dataProviders: ReadonlyArray<DataProvider>;
  /** The document with this id; null when there is none. */
  readonly document?: Maybe<CaseDocument>;
  /** The end of the log at this moment. Ask for it first and then for what you show: `events` after it leave no gap. */
  readonly eventCursor: Scalars['Cursor']['output'];
  /** What happened, oldest first, for as long as events are kept. */
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
 * What can be asked. Everything about applicants, their documents and what was found in them is answered from what is
 * stored, so it works while a provider is down. An id that does not exist and one that belongs to another tenant are alike:
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
 * What can be asked. Everything about applicants, their documents and what was found in them is answered from what is
 * stored, so it works while a provider is down. An id that does not exist and one that belongs to another tenant are alike:
 * null. Needs the scope `read`.
 */
export type QueryAnalysisArgs = {
  id: Scalars['ID']['input'];
};


/**
 * What can be asked. Everything about applicants, their documents and what was found in them is answered from what is
 * stored, so it works while a provider is down. An id that does not exist and one that belongs to another tenant are alike:
 * null. Needs the scope `read`.
 */
export type QueryApplicantArgs = {
  id: Scalars['ID']['input'];
};


/**
 * What can be asked. Everything about applicants, their documents and what was found in them is answered from what is
 * stored, so it works while a provider is down. An id that does not exist and one that belongs to another tenant are alike:
 * null. Needs the scope `read`.
 */
export type QueryApplicantByReferenceArgs = {
  reference: Scalars['String']['input'];
};


/**
 * What can be asked. Everything about applicants, their documents and what was found in them is answered from what is
 * stored, so it works while a provider is down. An id that does not exist and one that belongs to another tenant are alike:
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
 * What can be asked. Everything about applicants, their documents and what was found in them is answered from what is
 * stored, so it works while a provider is down. An id that does not exist and one that belongs to another tenant are alike:
 * null. Needs the scope `read`.
 */
export type QueryBankAccountArgs = {
  id: Scalars['ID']['input'];
};


/**
 * What can be asked. Everything about applicants, their documents and what was found in them is answered from what is
 * stored, so it works while a provider is down. An id that does not exist and one that belongs to another tenant are alike:
 * null. Needs the scope `read`.
 */
export type QueryBankLoginArgs = {
  id: Scalars['ID']['input'];
};


/**
 * What can be asked. Everything about applicants, their documents and what was found in them is answered from what is
 * stored, so it works while a provider is down. An id that does not exist and one that belongs to another tenant are alike:
 * null. Needs the scope `read`.
 */
export type QueryBankSessionArgs = {
  id: Scalars['ID']['input'];
};


/**
 * What can be asked. Everything about applicants, their documents and what was found in them is answered from what is
 * stored, so it works while a provider is down. An id that does not exist and one that belongs to another tenant are alike:
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
 * What can be asked. Everything about applicants, their documents and what was found in them is answered from what is
 * stored, so it works while a provider is down. An id that does not exist and one that belongs to another tenant are alike:
 * null. Needs the scope `read`.
 */
export type QueryCaseArgs = {
  id: Scalars['ID']['input'];
};


/**
 * What can be asked. Everything about applicants, their documents and what was found in them is answered from what is
 * stored, so it works while a provider is down. An id that does not exist and one that belongs to another tenant are alike:
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
 * What can be asked. Everything about applicants, their documents and what was found in them is answered from what is
 * stored, so it works while a provider is down. An id that does not exist and one that belongs to another tenant are alike:
 * null. Needs the scope `read`.
 */
export type QueryCompaniesArgs = {
  search: Scalars['String']['input'];
};


/**
 * What can be asked. Everything about applicants, their documents and what was found in them is answered from what is
 * stored, so it works while a provider is down. An id that does not exist and one that belongs to another tenant are alike:
 * null. Needs the scope `read`.
 */
export type QueryDocumentArgs = {
  id: Scalars['ID']['input'];
};


/**
 * What can be asked. Everything about applicants, their documents and what was found in them is answered from what is
 * stored, so it works while a provider is down. An id that does not exist and one that belongs to another tenant are alike:
 * null. Needs the scope `read`.
 */
export type QueryEventsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<EventFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * What can be asked. Everything about applicants, their documents and what was found in them is answered from what is
 * stored, so it works while a provider is down. An id that does not exist and one that belongs to another tenant are alike:
 * null. Needs the scope `read`.
 */
export type QueryRiskAssessmentArgs = {
  id: Scalars['ID']['input'];
};


/**
 * What can be asked. Everything about applicants, their documents and what was found in them is answered from what is
 * stored, so it works while a provider is down. An id that does not exist and one that belongs to another tenant are alike:
 * null. Needs the scope `read`.
 */
export type QueryShipmentArgs = {
  id: Scalars['ID']['input'];
};


/**
 * What can be asked. Everything about applicants, their documents and what was found in them is answered from what is
 * stored, so it works while a provider is down. An id that does not exist and one that belongs to another tenant are alike:
 * null. Needs the scope `read`.
 */
export type QueryStatementArgs = {
  id: Scalars['ID']['input'];
};


/**
 * What can be asked. Everything about applicants, their documents and what was found in them is answered from what is
 * stored, so it works while a provider is down. An id that does not exist and one that belongs to another tenant are alike:
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

/** A file that a provider made of its result. The provider keeps it; it is fetched when its address is used. */
export type ReportFile = {
  /** When the provider made it; null when it does not say. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** When `url` stops working. Asking again gives a new one. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** What kind of file it is, such as `application/pdf`. At most 255 characters. */
  readonly mediaType: Scalars['String']['output'];
  /** A name for the file, with its ending. At most 255 characters. */
  readonly name: Scalars['String']['output'];
  /** Where it can be fetched with GET until `expiresAt`, without any other credential: whoever has the address can fetch it. */
  readonly url: Scalars['URL']['output'];
};

/** Whom to invite, and what for. */
export type RequestConsentInput = {
  /** The case that the statements are wanted for (`case_…`). At most 255 characters. */
  readonly caseId: Scalars['ID']['input'];
  /** The customer's e-mail address, for providers that write to them. Handed to the provider and then forgotten. At most 254 characters. */
  readonly customerEmail?: InputMaybe<Scalars['String']['input']>;
  /** How the customer is addressed: 1 to 200 characters. Handed to the provider and then forgotten. At most 200 characters. */
  readonly customerName: Scalars['String']['input'];
  /** The same key with the same input answers the same invitation again, so a request may be repeated. At most 255 characters. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The provider that invites, such as `flvxtract`; when absent, the first one in the tenant's order for STATEMENT_EXTRACTION that can. At most 255 characters. */
  readonly provider?: InputMaybe<Scalars['ID']['input']>;
  /** Where the provider sends the customer afterwards. REDIRECT_NOT_ALLOWED unless it is among your allowed addresses. */
  readonly redirectUrl?: InputMaybe<Scalars['URL']['input']>;
};

/** The answer to `requestConsent`. */
export type RequestConsentPayload = {
  /** The invitation; null when there are `userErrors`. */
  readonly consent?: Maybe<Consent>;
  /** What has to be put right. Empty when it was done. At most 10. */
  readonly userErrors: ReadonlyArray<InputProblem>;
};

/** What somebody has to do before an analysis can go on. Then call `retryAnalysis`; after OPEN_URL it goes on by itself. */
export type RequiredAction = {
  /** The documents it is about. Empty when it is about none in particular. At most 200. */
  readonly documents: ReadonlyArray<CaseDocument>;
  /** Until when it can be done; null when there is no such limit but the analysis' own deadline. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** What is to be done. */
  readonly type: RequiredActionType;
  /** The page to open; null unless the type is OPEN_URL. */
  readonly url?: Maybe<Scalars['URL']['output']>;
};

/** What is to be done before an analysis can go on. */
export type RequiredActionType =
  /** Have the applicant open a page of the provider. */
  | 'OPEN_URL'
  /** Give the passwords of the documents named to `retryAnalysis`. Only at a provider whose `capabilities` have `password`. */
  | 'PROVIDE_PASSWORD'
  /** Upload the documents named once more, in a better form. */
  | 'REUPLOAD';

/** Which analysis is to go on, or to be tried again. */
export type RetryAnalysisInput = {
  /** Which one (`ana_…`). At most 255 characters. */
  readonly analysisId: Scalars['ID']['input'];
  /**
   * Absent or null: the same documents as before. While ACTION_REQUIRED: what takes the place of `action.documents`, be it
   * others, or the same ones with their passwords; the rest stay. After an end: all documents of the new analysis.
   */
  readonly documents?: InputMaybe<ReadonlyArray<AnalysisDocumentInput>>;
  /** The same key with the same input answers the same analysis again, so a request may be repeated. At most 255 characters. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Absent or null: the same wishes as before. A share link's password is forgotten, so one that had a password has to be asked for anew. */
  readonly options?: InputMaybe<AnalysisOptionsInput>;
};

/** The answer to `retryAnalysis`. */
export type RetryAnalysisPayload = {
  /** The analysis that goes on: the same one, or the new one that takes its place; null when there are `userErrors`. */
  readonly analysis?: Maybe<Analysis>;
  /** What has to be put right. Empty when it was done. At most 10. */
  readonly userErrors: ReadonlyArray<InputProblem>;
};

/** What one provider makes of an applicant. Scales of different providers are never merged. */
export type RiskAssessment = {
  /** The analysis that it comes from; null when it comes from none. */
  readonly analysis?: Maybe<Analysis>;
  /** Who was assessed. */
  readonly applicant: Applicant;
  /** When it was assessed, as the provider says, else when it was taken over. */
  readonly assessedAt: Scalars['DateTime']['output'];
  /** The provider's flag; null when it gives none. */
  readonly flag?: Maybe<RiskFlag>;
  /** Our id (`rsk_…`). */
  readonly id: Scalars['ID']['output'];
  /** What was assessed. */
  readonly kind: RiskKind;
  /** How high the risk is. UNKNOWN whenever the provider does not clearly say. */
  readonly level: RiskLevel;
  /** The figures behind it, in the provider's order. */
  readonly metrics: MetricConnection;
  /** Who assessed it. */
  readonly provider: DataProvider;
  /** The provider's own id of it; null when it has none. At most 255 characters. */
  readonly providerReference?: Maybe<Scalars['String']['output']>;
  /** The provider's class of risk, on its own scale; null when it gives none. */
  readonly riskClass?: Maybe<Scalars['Int']['output']>;
  /** The provider's score; null when it gives none. */
  readonly score?: Maybe<Score>;
  /** What speaks for or against the applicant, at most 100. */
  readonly signals: ReadonlyArray<RiskSignal>;
};


/** What one provider makes of an applicant. Scales of different providers are never merged. */
export type RiskAssessmentMetricsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** A provider's flag. */
export type RiskFlag = {
  /** Its colour, in the provider's word; null when it has none. At most 200 characters. */
  readonly color?: Maybe<Scalars['String']['output']>;
  /** How sound the data are, on the provider's own scale; null when it does not say. */
  readonly dataSanity?: Maybe<Scalars['Decimal']['output']>;
};

/** What was assessed. */
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
  /** The provider gave no level, or one that we do not know. */
  | 'UNKNOWN';

/** One thing that speaks for or against an applicant or a document. */
export type RiskSignal = {
  /** What it is, in the provider's word. At most 200 characters. */
  readonly code: Scalars['String']['output'];
  /** Explanations in the provider's words, at most 10. At most 4,000 characters. */
  readonly explanations: ReadonlyArray<Scalars['String']['output']>;
  /** How it compares with others, on the provider's own scale (some count to 1, some to 100); null when the provider does not say. */
  readonly quantile?: Maybe<Scalars['Decimal']['output']>;
  /** Which way it speaks. */
  readonly sentiment: SignalSentiment;
  /** How much of it there is, in the provider's words; null when it does not say. At most 200 characters. */
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

/** A holding in a securities account. Every field is null when the provider does not say. */
export type Security = {
  /** Rate by which another currency was converted, as the provider gives it. */
  readonly exchangeRate?: Maybe<Scalars['Decimal']['output']>;
  /** International Securities Identification Number. At most 100 characters. */
  readonly isin?: Maybe<Scalars['String']['output']>;
  /** Where it is traded, in the provider's word. At most 200 characters. */
  readonly market?: Maybe<Scalars['String']['output']>;
  /** What it is called. At most 500 characters. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Price of one. */
  readonly price?: Maybe<MonetaryAmount>;
  /** Price of one when it was bought. */
  readonly purchasePrice?: Maybe<MonetaryAmount>;
  /** How many, or for bonds the nominal amount. */
  readonly quantity?: Maybe<Scalars['Decimal']['output']>;
  /** Value of all of them. */
  readonly value?: Maybe<MonetaryAmount>;
};

/** A fax to be sent. */
export type SendFaxInput = {
  /** Where it goes. */
  readonly address: ShipmentAddressInput;
  /** Id of the applicant whom it is about (`app_…`). At most 255 characters. */
  readonly applicantId: Scalars['ID']['input'];
  /** Id of a stored document of the applicant (`doc_…`). At most 255 characters. */
  readonly documentId: Scalars['ID']['input'];
  /** The same key with the same input answers the same fax again, so a request may be repeated. At most 255 characters. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The provider, such as `finoos`; when absent, the first one that sends faxes. At most 255 characters. */
  readonly provider?: InputMaybe<Scalars['ID']['input']>;
  /** To whom it is sent. At most 500 characters. */
  readonly recipient: Scalars['String']['input'];
  /** What it is about. At most 500 characters. */
  readonly subject: Scalars['String']['input'];
};

/** The answer to `sendFax`. */
export type SendFaxPayload = {
  /** The fax; null when there are `userErrors`. */
  readonly shipment?: Maybe<Shipment>;
  /** What has to be put right. Empty when it was done. At most 10. */
  readonly userErrors: ReadonlyArray<InputProblem>;
};

/** A letter to be sent. */
export type SendLetterInput = {
  /** Where it goes. */
  readonly address: ShipmentAddressInput;
  /** Id of the applicant whom it is about (`app_…`). At most 255 characters. */
  readonly applicantId: Scalars['ID']['input'];
  /** Id of a stored document of the applicant (`doc_…`). At most 255 characters. */
  readonly documentId: Scalars['ID']['input'];
  /** The same key with the same input answers the same letter again, so a request may be repeated. At most 255 characters. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The provider, such as `finoos`; when absent, the first one that sends letters. At most 255 characters. */
  readonly provider?: InputMaybe<Scalars['ID']['input']>;
  /** To whom it is sent. At most 500 characters. */
  readonly recipient: Scalars['String']['input'];
  /** What it is about. At most 500 characters. */
  readonly subject: Scalars['String']['input'];
};

/** The answer to `sendLetter`. */
export type SendLetterPayload = {
  /** The letter; null when there are `userErrors`. */
  readonly shipment?: Maybe<Shipment>;
  /** What has to be put right. Empty when it was done. At most 10. */
  readonly userErrors: ReadonlyArray<InputProblem>;
};

/** Who is to be let in under an address that shows a result. */
export type ShareLinkInput = {
  /** Who may open it, in the provider's word; `public` when absent: whoever has the address. At most 200 characters. */
  readonly access?: InputMaybe<Scalars['String']['input']>;
  /** A password to open it with; none when absent. Handed to the provider and then forgotten. At most 200 characters. */
  readonly password?: InputMaybe<Scalars['String']['input']>;
};

/** A document that a provider sends as a letter or a fax. */
export type Shipment = {
  /** Where it goes. */
  readonly address: ShipmentAddress;
  /** Whom it is about. */
  readonly applicant: Applicant;
  /** Whether it is a letter or a fax. */
  readonly channel: ShipmentChannel;
  /** When it was asked for. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Until when it is tried to send it; once it was handed over, until when the provider's word on it is waited for. */
  readonly deadline: Scalars['DateTime']['output'];
  /** What is sent; null once it was erased. */
  readonly document?: Maybe<CaseDocument>;
  /**
   * FAILED: why. QUEUED: what keeps it from being sent at the moment; SUBMISSION_OUTCOME_UNKNOWN when the provider may have it, so that it is not
   * sent again. SENT: DEADLINE_EXCEEDED when the provider has not confirmed it in time. Null otherwise.
   */
  readonly error?: Maybe<AnalysisError>;
  /** Our id (`shp_…`). */
  readonly id: Scalars['ID']['output'];
  /** Who sends it. */
  readonly provider: DataProvider;
  /** To whom it is sent. At most 500 characters. */
  readonly recipient: Scalars['String']['output'];
  /** Where it stands. */
  readonly status: ShipmentStatus;
  /** What it is about. At most 500 characters. */
  readonly subject: Scalars['String']['output'];
  /** When its status last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
};

/** Where a letter or a fax goes. Every field is null when it was not told. */
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

/** Where a letter or a fax goes. Which members are needed depends on the provider; it is said in `userErrors` what is missing. */
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

/** How a document is sent. */
export type ShipmentChannel =
  /** By fax. */
  | 'FAX'
  /** By post. */
  | 'LETTER';

/** A page of letters and faxes. */
export type ShipmentConnection = {
  /** The shipments of the page with their cursors. */
  readonly edges: ReadonlyArray<ShipmentEdge>;
  /** Where the page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many shipments the whole list has. Counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A letter or fax in a page. */
export type ShipmentEdge = {
  /** Its place in the list. At most 2,000 characters. */
  readonly cursor: Scalars['String']['output'];
  /** The shipment. */
  readonly node: Shipment;
};

/** Where a letter or fax stands. */
export type ShipmentStatus =
  /** The provider says that it was delivered. */
  | 'DELIVERED'
  /** It was not sent, or not delivered: see `error`. */
  | 'FAILED'
  /** It waits to be handed to the provider. */
  | 'QUEUED'
  /** The provider has it. It says later whether it was delivered; a letter takes days. */
  | 'SENT';

/** Which way a signal speaks. */
export type SignalSentiment =
  /** Against the applicant. */
  | 'BAD'
  /** For the applicant. */
  | 'GOOD'
  /** Neither way. */
  | 'NEUTRAL'
  /** The provider says something else, or nothing. */
  | 'OTHER';

/** How far one provider's knowledge is, for one product or for bank accounts. */
export type SourceState = {
  /** Why the newest analysis failed or is incomplete, or bank accounts could not be read; null when nothing is wrong. */
  readonly error?: Maybe<AnalysisError>;
  /** What it is asked for; null when it is bank accounts, which the customer connects. */
  readonly product?: Maybe<AnalysisProduct>;
  /** The provider. */
  readonly provider: DataProvider;
  /** When its newest result that counts was taken over, or its bank accounts were last read; null when that never happened. */
  readonly retrievedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether there is a result, but a later attempt to get a newer one failed. */
  readonly stale: Scalars['Boolean']['output'];
  /**
   * How far it is. For a product: judging by its newest analysis that was not cancelled. One that ended PARTIAL counts as the one
   * that ended COMPLETED over the same documents, if there is one. For bank accounts: judging by all bank logins that are connected.
   */
  readonly status: SourceStatus;
};

/** How far a source is. */
export type SourceStatus =
  /** Somebody has to do something before it can go on; for bank accounts, the customer has to sign in at a bank. */
  | 'ACTION_REQUIRED'
  /** The newest analysis is complete, or bank accounts are connected. */
  | 'AVAILABLE'
  /** The newest analysis failed, or bank accounts could not be read. An older result may still be there: see `retrievedAt`. */
  | 'FAILED'
  /** It was never asked, or only in vain: every analysis was cancelled, no bank is connected. */
  | 'NOT_REQUESTED'
  /** The newest analysis ended with a part of what was asked for. */
  | 'PARTIAL'
  /** An analysis is on its way, a bank is being connected, or news is being fetched from one. */
  | 'RUNNING';

/** A payment that the bank repeats by itself. Every field is null when the provider does not say. */
export type StandingOrder = {
  /** What is paid each time: below zero, since it goes out. */
  readonly amount?: Maybe<MonetaryAmount>;
  /** When it was set up. */
  readonly createdAt?: Maybe<Scalars['Date']['output']>;
  /** The day of the month or week on which it is carried out, from 1. */
  readonly executionDay?: Maybe<Scalars['Int']['output']>;
  /** When it is carried out for the first time. */
  readonly firstExecutionDate?: Maybe<Scalars['Date']['output']>;
  /** How often, in the provider's word, such as `MONTHLY`. At most 200 characters. */
  readonly interval?: Maybe<Scalars['String']['output']>;
  /** When it is carried out for the last time; null also when it has no end. */
  readonly lastExecutionDate?: Maybe<Scalars['Date']['output']>;
  /** What it is for, as the recipient reads it. At most 4,000 characters. */
  readonly purpose?: Maybe<Scalars['String']['output']>;
};

/** What is to be asked of which provider. */
export type StartAnalysisInput = {
  /** The case it belongs to (`case_…`). At most 255 characters. */
  readonly caseId: Scalars['ID']['input'];
  /** The documents it is about. They must belong to the case and be STORED. */
  readonly documents: ReadonlyArray<AnalysisDocumentInput>;
  /** The same key with the same input answers the same analysis again, so a request may be repeated. At most 255 characters. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Wishes beyond the product itself. A provider that cannot fulfil one refuses the analysis. */
  readonly options?: InputMaybe<AnalysisOptionsInput>;
  /** What is asked for. */
  readonly product: AnalysisProduct;
  /**
   * The provider to ask, such as `flvxtract`. When absent, the first one in the tenant's order that takes the documents and
   * options, and the next ones if it fails: after ten minutes without an answer, and at once when its quota is spent, it
   * refuses our credentials, or it cannot read the documents because of their format, bank or type. `Analysis.runs` tells
   * who was asked. At most 255 characters.
   */
  readonly provider?: InputMaybe<Scalars['ID']['input']>;
};

/** The answer to `startAnalysis`. */
export type StartAnalysisPayload = {
  /** The new analysis; null when there are `userErrors`. */
  readonly analysis?: Maybe<Analysis>;
  /** What has to be put right. Empty when it was done. At most 10. */
  readonly userErrors: ReadonlyArray<InputProblem>;
};

/** One bank statement, as one provider read it from a document. The same statement read again has the same id. */
export type Statement = {
  /** The account it is about. */
  readonly account: StatementAccount;
  /** The analysis that found it; null when none did. */
  readonly analysis?: Maybe<Analysis>;
  /** Whose it is. */
  readonly applicant: Applicant;
  /** The bank that issued it, in the provider's words; null when it does not say. At most 500 characters. */
  readonly bankName?: Maybe<Scalars['String']['output']>;
  /** Balance after its last transaction; null when it does not say. */
  readonly closingBalance?: Maybe<MonetaryAmount>;
  /** How sure the provider is of what it read; null when it does not say. */
  readonly confidence?: Maybe<ExtractionConfidence>;
  /** Its currency. */
  readonly currency: Scalars['CurrencyCode']['output'];
  /**
   * Where another provider's reading of the same document differs from this one in a figure that both of them have: the
   * latest other reading first. Empty unless this statement counts. At most 20.
   */
  readonly disagreements: ReadonlyArray<StatementDisagreement>;
  /** The document it was read from; null when the provider does not say. */
  readonly document?: Maybe<CaseDocument>;
  /**
   * The statement that counts instead of this one: a more complete reading of a document with the same bytes, by whichever
   * provider, or a statement of the same account with exactly the same transactions. One with transactions goes before one
   * without, one that was read whole before one that was not, more transactions before fewer, newer before older. Null when
   * this one counts.
   */
  readonly duplicateOf?: Maybe<Statement>;
  /** What speaks for or against it being genuine, at most 50. */
  readonly fraudSignals: ReadonlyArray<RiskSignal>;
  /** First day of its period; null when it does not say. */
  readonly from?: Maybe<Scalars['Date']['output']>;
  /** Our id (`stm_…`). */
  readonly id: Scalars['ID']['output'];
  /** The months of its period without any transaction, `YYYY-MM`, oldest first; the first 120. At most 100 characters. */
  readonly missingMonths: ReadonlyArray<Scalars['String']['output']>;
  /** The months that it has transactions in, `YYYY-MM`, oldest first; the first 120. At most 100 characters. */
  readonly months: ReadonlyArray<Scalars['String']['output']>;
  /** Balance before its first transaction; null when it does not say. */
  readonly openingBalance?: Maybe<MonetaryAmount>;
  /**
   * Other statements of the same account that count and share days with this one, in the order of their publication. A
   * transaction that stands in several of them counts once. Statements are about one account when they have the same full
   * number or IBAN, else the same bank, last four characters and holder. At most 100.
   */
  readonly overlaps: ReadonlyArray<Statement>;
  /** How many pages it has; null when the provider does not say. */
  readonly pageCount?: Maybe<Scalars['Int']['output']>;
  /** Who read it. */
  readonly provider: DataProvider;
  /** The provider's own word on whether its figures add up; null when it has none. At most 200 characters. */
  readonly providerCheck?: Maybe<Scalars['String']['output']>;
  /** The provider's own id of it; null when it has none. At most 255 characters. */
  readonly providerReference?: Maybe<Scalars['String']['output']>;
  /** Whether the opening balance plus all transactions is the closing balance, exactly; null when it cannot be told. */
  readonly reconciles?: Maybe<Scalars['Boolean']['output']>;
  /** Last day of its period; null when it does not say. */
  readonly to?: Maybe<Scalars['Date']['output']>;
  /** Sum of what came in, as stated: positive or zero. Null when it does not say. */
  readonly totalCredits?: Maybe<MonetaryAmount>;
  /** Sum of what went out, as stated: negative or zero. Null when it does not say. */
  readonly totalDebits?: Maybe<MonetaryAmount>;
  /** How many transactions were read from it; null when that is not known. */
  readonly transactionCount?: Maybe<Scalars['Int']['output']>;
  /** Its transactions. Those that do not count are there too: `includeDuplicates` makes no difference here. */
  readonly transactions: TransactionConnection;
};


/** One bank statement, as one provider read it from a document. The same statement read again has the same id. */
export type StatementTransactionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TransactionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy: TransactionOrder;
};

/** The account as a statement prints it. Every field is null when the statement does not say. */
export type StatementAccount = {
  /** Its number in full. Needs the scope `read:account-numbers`. At most 100 characters. */
  readonly accountNumber?: Maybe<Scalars['String']['output']>;
  /** Business Identifier Code of the bank. At most 50 characters. */
  readonly bic?: Maybe<Scalars['String']['output']>;
  /** What kind of account it is, in the provider's word. At most 200 characters. */
  readonly category?: Maybe<Scalars['String']['output']>;
  /** Country of the account, ISO 3166-1 alpha-2. At most 50 characters. */
  readonly countryCode?: Maybe<Scalars['String']['output']>;
  /** How far the account may be used beyond the holder's own money by agreement. Positive. */
  readonly creditLimit?: Maybe<MonetaryAmount>;
  /** Name of its holder. At most 500 characters. */
  readonly holderName?: Maybe<Scalars['String']['output']>;
  /** International Bank Account Number in full. Needs the scope `read:account-numbers`. At most 100 characters. */
  readonly iban?: Maybe<Scalars['String']['output']>;
  /** Indian Financial System Code of the branch. At most 50 characters. */
  readonly ifsc?: Maybe<Scalars['String']['output']>;
  /** The IBAN with all but its country code and its last four characters hidden. At most 100 characters. */
  readonly maskedIban?: Maybe<Scalars['String']['output']>;
  /** Its number with all but the last four characters hidden, a short one hidden whole. Made of the IBAN when there is no number. At most 100 characters. */
  readonly maskedNumber?: Maybe<Scalars['String']['output']>;
  /** Code for Magnetic Ink Character Recognition of the branch. At most 50 characters. */
  readonly micr?: Maybe<Scalars['String']['output']>;
  /** How far the account may be overdrawn. Positive. */
  readonly overdraftLimit?: Maybe<MonetaryAmount>;
};

/** A page of bank statements. */
export type StatementConnection = {
  /** The statements of the page with their cursors. */
  readonly edges: ReadonlyArray<StatementEdge>;
  /** Where the page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many statements the whole list has. Counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A figure of a statement that another provider read otherwise from the same document. */
export type StatementDisagreement = {
  /** Its value in the statement that counts; of money in the currency of that statement. */
  readonly ours: Scalars['Decimal']['output'];
  /** The other reading, which is a copy. */
  readonly statement: Statement;
  /** Its value in the other reading; of money in the currency of that one. */
  readonly theirs: Scalars['Decimal']['output'];
  /** Which figure. */
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
  /** Balance after the last transaction, as stated. */
  | 'CLOSING_BALANCE'
  /** Balance before the first transaction, as stated. */
  | 'OPENING_BALANCE'
  /** How many transactions were read. */
  | 'TRANSACTION_COUNT'
  /** The sum of the transactions that were read. Not compared when they are of several currencies. */
  | 'TRANSACTION_SUM';

/** What can be followed, over a WebSocket (`graphql-transport-ws`). Needs the scope `read`. */
export type Subscription = {
  /**
   * The analysis: its present state at once, then each later version, in order and none twice. Versions in between may be
   * merged, the final one never. Completes after a final state. NOT_FOUND when there is none.
   */
  readonly analysisUpdated: Analysis;
  /**
   * A bank login: as it is now, then again after each event about it. Ends when the applicant is erased. NOT_FOUND for an id that
   * does not exist.
   */
  readonly bankLoginUpdated: BankLogin;
  /** The case: its present state at once, then again after each thing that happened in it. Completes only when its applicant is erased. NOT_FOUND when there is none. */
  readonly caseUpdated: Case;
  /**
   * What happens, in order, never with a gap and never twice. Keep the cursor of the last event you dealt with and pass it when you
   * come back: everything since then is delivered first. CURSOR_EXPIRED when events after it were purged.
   */
  readonly events: ActivityEvent;
};


/** What can be followed, over a WebSocket (`graphql-transport-ws`). Needs the scope `read`. */
export type SubscriptionAnalysisUpdatedArgs = {
  id: Scalars['ID']['input'];
};


/** What can be followed, over a WebSocket (`graphql-transport-ws`). Needs the scope `read`. */
export type SubscriptionBankLoginUpdatedArgs = {
  id: Scalars['ID']['input'];
};


/** What can be followed, over a WebSocket (`graphql-transport-ws`). Needs the scope `read`. */
export type SubscriptionCaseUpdatedArgs = {
  id: Scalars['ID']['input'];
};


/** What can be followed, over a WebSocket (`graphql-transport-ws`). Needs the scope `read`. */
export type SubscriptionEventsArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<EventFilter>;
};

/** How far a provider is with fetching news of a login from the bank. */
export type Synchronization = {
  /** Whether it fetches news by itself, without the customer; null when it does not say. */
  readonly automatic?: Maybe<Scalars['Boolean']['output']>;
  /** When it last had everything from the bank; null when it does not say, or never had. */
  readonly lastSynchronizedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The provider's own word for it; null when it has none. At most 200 characters. */
  readonly providerState?: Maybe<Scalars['String']['output']>;
  /** What it is doing. */
  readonly state: SynchronizationState;
};

/** What a provider is doing about a login. */
export type SynchronizationState =
  /** The customer has to sign in at the bank again: see `synchronizeBankLogin`. */
  | 'ACTION_REQUIRED'
  /** It cannot fetch news at the moment. */
  | 'ERROR'
  /** It says something else: see `providerState`. */
  | 'OTHER'
  /** It has what the bank has. */
  | 'SYNCHRONIZED'
  /** It is fetching news. */
  | 'SYNCHRONIZING';

/** Which bank login is to be synchronized. */
export type SynchronizeBankLoginInput = {
  /** Id of the bank login (`blg_…`). At most 255 characters. */
  readonly bankLoginId: Scalars['ID']['input'];
  /** Where the browser goes when that failed. REDIRECT_NOT_ALLOWED unless it is among your allowed addresses. */
  readonly errorUrl: Scalars['URL']['input'];
  /** Where the browser goes when the customer left off. REDIRECT_NOT_ALLOWED unless it is among your allowed addresses. */
  readonly exitUrl: Scalars['URL']['input'];
  /** Where the browser goes when it was synchronized. REDIRECT_NOT_ALLOWED unless it is among your allowed addresses. */
  readonly successUrl: Scalars['URL']['input'];
  /**
   * The customer's own address on the internet, such as `203.0.113.7`, which the bank is told. When absent, the address that this request comes
   * from. Private and loopback addresses are refused. At most 100 characters.
   */
  readonly userIp?: InputMaybe<Scalars['String']['input']>;
};

/** The answer to `synchronizeBankLogin`. */
export type SynchronizeBankLoginPayload = {
  /** The login as it is now; null when there are `userErrors`. */
  readonly bankLogin?: Maybe<BankLogin>;
  /**
   * The page of the provider on which the customer confirms it. Give it to nobody else. Null when the customer is not needed, or
   * there are `userErrors`.
   */
  readonly redirectUrl?: Maybe<Scalars['URL']['output']>;
  /** The visit to that page; null when there is none. */
  readonly session?: Maybe<BankSession>;
  /** What has to be put right. Empty when it was done. At most 10. */
  readonly userErrors: ReadonlyArray<InputProblem>;
};

/** A word that a provider attached to a movement. */
export type Tag = {
  /** The word. At most 200 characters. */
  readonly name: Scalars['String']['output'];
  /** Where it comes from, in the provider's words; null when it does not say. At most 200 characters. */
  readonly source?: Maybe<Scalars['String']['output']>;
};

/** One movement on an account. The same movement read again has the same id. */
export type Transaction = {
  /** The bank account it was read from; null when it was read from a statement. */
  readonly account?: Maybe<BankAccount>;
  /** The amount: into the account positive, out of it negative. */
  readonly amount: MonetaryAmount;
  /** Whose it is. */
  readonly applicant: Applicant;
  /** Balance of the account after it; null when the statement does not say. */
  readonly balanceAfter?: Maybe<MonetaryAmount>;
  /** The day it was booked; null when the provider does not say. */
  readonly bookingDate?: Maybe<Scalars['Date']['output']>;
  /** What kind of movement it is; null when the provider does not say. */
  readonly category?: Maybe<TransactionCategory>;
  /** How it came about (card, transfer, cash …), in the provider's word; null when it does not say. At most 200 characters. */
  readonly channel?: Maybe<Scalars['String']['output']>;
  /** Codes of the bank or the provider that say what kind of movement it is, at most 20. */
  readonly codes: ReadonlyArray<TransactionCode>;
  /** Who was at the other end; null when the provider does not say. */
  readonly counterparty?: Maybe<Counterparty>;
  /** What the statement says of it; null when nothing. At most 4,000 characters. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Which way the money went. Agrees with the sign of the amount; for zero it is the provider's word, else CREDIT. */
  readonly direction: CreditDebit;
  /**
   * The transaction that counts instead of this one: the same one in the statement that its own is a copy of, in an
   * overlapping statement of the same account that was published earlier (equal date, amount, currency and description, the
   * n-th equal one of that day), or in the same account read from the bank; of a pending one the one that was booked in its place.
   * Null when this one counts, or when the more complete reading of its statement does not have it.
   */
  readonly duplicateOf?: Maybe<Transaction>;
  /** What lists sort by: the booking date, else the value date, else the end or the beginning of the statement, else the day it was read. */
  readonly effectiveDate: Scalars['Date']['output'];
  /** Our id (`txn_…`). */
  readonly id: Scalars['ID']['output'];
  /** Reference of the direct debit mandate; null when there is none. At most 255 characters. */
  readonly mandateReference?: Maybe<Scalars['String']['output']>;
  /** Who read it. */
  readonly provider: DataProvider;
  /** The provider's own id of it; null when it has none. At most 255 characters. */
  readonly providerTransactionId?: Maybe<Scalars['String']['output']>;
  /** Reference that one party gave it, such as an end-to-end or cheque number; null when there is none. At most 255 characters. */
  readonly reference?: Maybe<Scalars['String']['output']>;
  /** The pending transaction in whose place this one was booked, which counts no longer; null when there is none. */
  readonly replaces?: Maybe<Transaction>;
  /** The bank statement it stands in; null when it stands in none. */
  readonly statement?: Maybe<Statement>;
  /** Whether it is booked. */
  readonly status: TransactionStatus;
  /** Words that the provider attached to it, at most 20. */
  readonly tags: ReadonlyArray<Tag>;
  /** The day from which it counts for interest; null when the provider does not say. */
  readonly valueDate?: Maybe<Scalars['Date']['output']>;
};

/** What kind of movement it is. */
export type TransactionCategory = {
  /** Our word. */
  readonly code: TransactionCategoryCode;
  /** The provider's own word; null when it has none. At most 200 characters. */
  readonly providerCode?: Maybe<Scalars['String']['output']>;
};

/** What kind of movement it is, in words that are the same for every provider. */
export type TransactionCategoryCode =
  /** Pensions, allowances and other public benefits received. */
  | 'BENEFIT'
  /** Cash paid in or taken out. */
  | 'CASH'
  /** What the bank charges. */
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
  /** The provider says something else, or that it does not know. */
  | 'OTHER'
  /** Any other income. */
  | 'OTHER_INCOME'
  /** Payments that bounced, such as a returned direct debit or cheque. */
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
  /** Fuel, fares and other costs of getting around. */
  | 'TRANSPORT'
  /** Electricity, water, telephone and the like. */
  | 'UTILITIES';

/** A code that says what kind of movement it is. */
export type TransactionCode = {
  /** Which list the code is from. At most 200 characters. */
  readonly type: Scalars['String']['output'];
  /** The code. At most 200 characters. */
  readonly value: Scalars['String']['output'];
};

/** A page of transactions. */
export type TransactionConnection = {
  /** The transactions of the page with their cursors. */
  readonly edges: ReadonlyArray<TransactionEdge>;
  /** Where the page lies in the list. */
  readonly pageInfo: PageInfo;
  /** How many transactions the whole list has. Counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A transaction in a page. */
export type TransactionEdge = {
  /** Its place in the list. At most 2,000 characters. */
  readonly cursor: Scalars['String']['output'];
  /** The transaction. */
  readonly node: Transaction;
};

/** Which transactions are wanted. Every member that is given must fit; an empty list fits nothing. */
export type TransactionFilter = {
  /** Only those read from one of these bank accounts (`bac_…`). At most 255 characters. */
  readonly accountIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Only those with an amount in this range, in whatever currency. */
  readonly amount?: InputMaybe<DecimalRange>;
  /** Only those of one of these kinds. */
  readonly categories?: InputMaybe<ReadonlyArray<TransactionCategoryCode>>;
  /** Only those that went this way. */
  readonly direction?: InputMaybe<CreditDebit>;
  /** Only those with an effective date in this range. */
  readonly effectiveDate?: InputMaybe<DateRange>;
  /** Whether those that do not count, since they are copies, are in the list too; they are not when absent. */
  readonly includeDuplicates?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only those read by one of these providers, such as `flvxtract`. At most 255 characters. */
  readonly providerIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Only those with this text in their description or the counterparty's name, whatever the case, the Unicode form and the kind of white space. At most 200 characters. */
  readonly search?: InputMaybe<Scalars['String']['input']>;
  /** Only those in this status. */
  readonly status?: InputMaybe<TransactionStatus>;
};

/** What transactions are sorted by. Those that are equal in it keep the order of their statement or account. */
export type TransactionOrder =
  /** By amount with its sign, smallest first: what went out before what came in. */
  | 'AMOUNT_ASC'
  /** By amount with its sign, largest first: what came in before what went out. */
  | 'AMOUNT_DESC'
  /** By effective date, earliest first. */
  | 'EFFECTIVE_DATE_ASC'
  /** By effective date, latest first. */
  | 'EFFECTIVE_DATE_DESC';

/** Whether a movement is booked. */
export type TransactionStatus =
  /** Booked: final. */
  | 'BOOKED'
  /** The provider says something else. */
  | 'OTHER'
  /** Announced by the bank, not booked yet. */
  | 'PENDING';

/** What is to change about an applicant. Absent members stay as they are. */
export type UpdateApplicantInput = {
  /** Id of the applicant (`app_…`). At most 255 characters. */
  readonly applicantId: Scalars['ID']['input'];
  /** What to call the applicant; null clears. At most 500 characters. */
  readonly displayName?: InputMaybe<Scalars['String']['input']>;
  /** The number under which a company stands in a public register; null clears. */
  readonly registration?: InputMaybe<CompanyRegistrationInput>;
};

/** The answer to `updateApplicant`. */
export type UpdateApplicantPayload = {
  /** The applicant as it is now; null when there are `userErrors`. */
  readonly applicant?: Maybe<Applicant>;
  /** What has to be put right. Empty when it was done. At most 10. */
  readonly userErrors: ReadonlyArray<InputProblem>;
};

/** An HTTP header. */
export type UploadHeader = {
  /** Its name. At most 100 characters. */
  readonly name: Scalars['String']['output'];
  /** Its value. At most 255 characters. */
  readonly value: Scalars['String']['output'];
};

/** Whether documents are what was asked for. */
export type ValidationStatus =
  /** They are. */
  | 'COMPLIANT'
  /** They are not, or not all of them. */
  | 'NON_COMPLIANT'
  /** The provider said something else, or nothing. */
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
  AccountType: AccountType;
  ActivityEvent: ResolverTypeWrapper<ActivityEventSource>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  ActivityEventConnection: ResolverTypeWrapper<ConnectionPage<ActivityEventSource>>;
  ActivityEventEdge: ResolverTypeWrapper<Edge<ActivityEventSource>>;
  AlertSource: AlertSource;
  Analysis: ResolverTypeWrapper<AnalysisSource>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
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
  ActivityEvent: ActivityEventSource;
  Int: Scalars['Int']['output'];
  ID: Scalars['ID']['output'];
  ActivityEventConnection: ConnectionPage<ActivityEventSource>;
  ActivityEventEdge: Edge<ActivityEventSource>;
  Analysis: AnalysisSource;
  String: Scalars['String']['output'];
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
  metrics?: Resolver<ResolversTypes['MetricConnection'], ParentType, ContextType, RequireFields<RiskAssessmentMetricsArgs, 'first'>>;
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

