/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { CurrencyCode, Cursor, CalendarDate, DateTime, Decimal, Json, Url } from '../scalars.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
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
  | 'SECURITIES'
  | '%future added value';

/** The kinds of checks. */
export type AlertSource =
  /** Whether a document is the requested one. */
  | 'COMPLIANCE'
  /** Whether documents agree with each other and with the declared data. */
  | 'CROSS_DOCUMENT'
  /** Whether a document is genuine. */
  | 'FRAUD'
  /** Another kind of check. */
  | 'OTHER'
  | '%future added value';

/** The possible actions on an analysis. */
export type AnalysisAction =
  /** Cancel it: `cancelAnalysis`. */
  | 'CANCEL'
  /** Continue after the required action was done: `retryAnalysis`. After OPEN_URL it also continues by itself, but later. */
  | 'RESUME'
  /** Retry with a new analysis: `retryAnalysis`. Not for statements from a customer, which need a new `requestConsent`. */
  | 'RETRY'
  | '%future added value';

/** A document to analyse. */
export type AnalysisDocumentInput = {
  /**
   * The bank that issued it, by its `name` in `Query.banks`, for providers that list their banks: they refuse any other
   * name, with the most similar names in the error. The other providers recognise the bank by themselves and ignore
   * this. At most 500 characters.
   */
  readonly bankName?: string | null | undefined;
  /** Id of the document (`doc_…`). At most 255 characters. */
  readonly documentId: string;
  /**
   * Its password, when it is protected by one. Sent to the provider and then deleted. Only for a provider whose
   * `options` have `password`: others refuse the analysis with CAPABILITY_UNSUPPORTED. At most 200 characters.
   */
  readonly password?: string | null | undefined;
};

/** Options of an analysis. For what is absent or null, the provider's default applies. */
export type AnalysisOptionsInput = {
  /** Whether the provider explains its decision (`CaseDecision.alerts`). It does unless this is false. For DOCUMENT_FRAUD. */
  readonly explanation?: boolean | null | undefined;
  /** Requests a page of the provider that shows its result (`Analysis.shareUrl`). None when absent. For DOCUMENT_FRAUD. */
  readonly shareLink?: ShareLinkInput | null | undefined;
};

/** The products: analyses of the documents of a case. */
export type AnalysisProduct =
  /** Assesses the risk of the applicant by the bank statements. */
  | 'BANK_RISK'
  /** Checks whether the documents are genuine. */
  | 'DOCUMENT_FRAUD'
  /** Reads the bank statements: returns statements and transactions. */
  | 'STATEMENT_EXTRACTION'
  | '%future added value';

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
  | 'WAITING'
  | '%future added value';

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
  | 'SUBMITTING'
  | '%future added value';

/** The kinds of applicants. */
export type ApplicantKind =
  /** A company or another legal person. */
  | 'COMPANY'
  /** A natural person. */
  | 'PERSON'
  | '%future added value';

/** The analysis to cancel. */
export type CancelAnalysisInput = {
  /** Id of the analysis (`ana_…`). At most 255 characters. */
  readonly analysisId: string;
};

/** A filter of cases. An item must match all given members; an empty list matches nothing. */
export type CaseFilter = {
  /** Only cases of this applicant (`app_…`). At most 255 characters. */
  readonly applicantId?: string | null | undefined;
  /** Only cases opened in this period. */
  readonly openedAt?: DateTimeRange | null | undefined;
  /** Only cases with exactly this reference. At most 255 characters. */
  readonly reference?: string | null | undefined;
  /** Only cases in one of these statuses. */
  readonly statuses?: ReadonlyArray<CaseStatus> | null | undefined;
  /** Only cases last changed in this period. */
  readonly updatedAt?: DateTimeRange | null | undefined;
  /** Only cases with exactly one of these use cases; at most 20 use cases. At most 500 characters. */
  readonly useCases?: ReadonlyArray<string> | null | undefined;
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
  | 'UPDATED_AT_DESC'
  | '%future added value';

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
  | 'RUNNING'
  | '%future added value';

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
  | 'YEAR'
  | '%future added value';

/** The number of a company in a public register. */
export type CompanyRegistrationInput = {
  /** The register. */
  readonly scheme: RegistrationScheme;
  /** The number. At most 500 characters. */
  readonly value: string;
};

/** The accounts to connect. */
export type ConnectBankInput = {
  /** Id of the applicant (`app_…`). At most 255 characters. */
  readonly applicantId: string;
  /** Where the browser goes after a failure. REDIRECT_NOT_ALLOWED unless it is among your allowed addresses. */
  readonly errorUrl: Url;
  /** Where the browser goes when the customer cancelled. REDIRECT_NOT_ALLOWED unless it is among your allowed addresses. */
  readonly exitUrl: Url;
  /** A repeated request with the same key and input returns the same session. At most 255 characters. */
  readonly idempotencyKey?: string | null | undefined;
  /** The provider, such as `finoos`; when absent, the first one that connects accounts. At most 255 characters. */
  readonly provider?: string | null | undefined;
  /** Whether the provider may continue to read the accounts afterwards; when absent or false, it reads them only once. */
  readonly recurring?: boolean | null | undefined;
  /** Where the browser goes after an account was connected. REDIRECT_NOT_ALLOWED unless it is among your allowed addresses. */
  readonly successUrl: Url;
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
  | 'REQUESTED'
  | '%future added value';

/** The applicant to create. */
export type CreateApplicantInput = {
  /** The applicant's name. At most 500 characters. */
  readonly displayName?: string | null | undefined;
  /** A repeated request with the same key and input returns the same applicant. At most 255 characters. */
  readonly idempotencyKey?: string | null | undefined;
  /** Whether it is a person or a company. */
  readonly kind: ApplicantKind;
  /** Your own id of the applicant: unique within the tenant, never changes. Our id when absent. At most 255 characters. */
  readonly reference?: string | null | undefined;
  /** The number of a company in a public register. */
  readonly registration?: CompanyRegistrationInput | null | undefined;
};

/** The document to upload. */
export type CreateDocumentUploadInput = {
  /** Its length in bytes, so that one that is too large is refused before it is sent. */
  readonly byteSize?: number | null | undefined;
  /** The case it belongs to (`case_…`). At most 255 characters. */
  readonly caseId: string;
  /** Its date, or the last day of its period. */
  readonly date?: CalendarDate | null | undefined;
  /** Its name, for display. It is not sent to providers. At most 255 characters. */
  readonly fileName: string;
  /** A repeated request with the same key and input returns the same document. At most 255 characters. */
  readonly idempotencyKey?: string | null | undefined;
  /** Its kind; a bank statement when absent. */
  readonly kind?: DocumentKind | null | undefined;
  /** Its media type, so that one that is not accepted is refused before it is sent. At most 255 characters. */
  readonly mediaType?: string | null | undefined;
  /** The length of the period that it covers. */
  readonly period?: DocumentPeriod | null | undefined;
};

/** The direction of money, from the account holder's point of view. */
export type CreditDebit =
  /** Into the account. */
  | 'CREDIT'
  /** Out of the account. */
  | 'DEBIT'
  | '%future added value';

/** A range of days, both ends included. */
export type DateRange = {
  /** The first day; absent or null for no lower bound. */
  readonly from?: CalendarDate | null | undefined;
  /** The last day, not before `from`; absent or null for no upper bound. */
  readonly to?: CalendarDate | null | undefined;
};

/** A range of instants, both ends included. */
export type DateTimeRange = {
  /** The first instant; absent or null for no lower bound. */
  readonly from?: DateTime | null | undefined;
  /** The last instant, not before `from`; absent or null for no upper bound. */
  readonly to?: DateTime | null | undefined;
};

/** A range of signed amounts, both ends included: money out is negative. */
export type DecimalRange = {
  /** The largest amount, not below `min`; absent or null for no upper bound. */
  readonly max?: Decimal | null | undefined;
  /** The smallest amount; absent or null for no lower bound. */
  readonly min?: Decimal | null | undefined;
};

/** The decisions about a case. */
export type DecisionStatus =
  /** Everything is in order. */
  | 'APPROVED'
  /** The provider returned another value, or none. */
  | 'OTHER'
  /** Something is not in order. */
  | 'REJECTED'
  | '%future added value';

/** The kinds of documents. */
export type DocumentKind =
  /** A bank statement. */
  | 'BANK_STATEMENT'
  /** Anything else. */
  | 'OTHER'
  | '%future added value';

/** The length of the period that a document covers. */
export type DocumentPeriod =
  /** A month. */
  | 'MONTH'
  /** Three months. */
  | 'QUARTER'
  /** Six months. */
  | 'SEMESTER'
  /** Twelve months. */
  | 'YEAR'
  | '%future added value';

/** The status of a document. */
export type DocumentStatus =
  /** Its bytes have not arrived yet. */
  | 'AWAITING_UPLOAD'
  /** Its bytes were erased. When its applicant is erased, the document no longer exists at all. */
  | 'ERASED'
  /** Its bytes have arrived and were refused: see `rejection`. */
  | 'REJECTED'
  /** Its bytes are stored unchanged. */
  | 'STORED'
  | '%future added value';

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
  | 'UNAUTHENTICATED'
  | '%future added value';

/** A filter of events. An item must match all given members; an empty list matches nothing. */
export type EventFilter = {
  /** Only events of this analysis (`ana_…`). At most 255 characters. */
  readonly analysisId?: string | null | undefined;
  /** Only events about this applicant (`app_…`). At most 255 characters. */
  readonly applicantId?: string | null | undefined;
  /** Only events about this bank login (`blg_…`). At most 255 characters. */
  readonly bankLoginId?: string | null | undefined;
  /** Only events of this case (`case_…`). At most 255 characters. */
  readonly caseId?: string | null | undefined;
  /** Only events about this letter or fax (`shp_…`). At most 255 characters. */
  readonly shipmentId?: string | null | undefined;
  /** Only events of one of these types. */
  readonly types?: ReadonlyArray<EventType> | null | undefined;
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
  | 'WEBHOOK'
  | '%future added value';

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
  | 'SHIPMENT_UNCONFIRMED'
  | '%future added value';

/** The case to open. */
export type OpenCaseInput = {
  /** Id of the applicant (`app_…`). At most 255 characters. */
  readonly applicantId: string;
  /** What the applicant declared, for providers that compare it with the documents. At most 100,000 characters. */
  readonly declared?: Json | null | undefined;
  /** A repeated request with the same key and input returns the same case. At most 255 characters. */
  readonly idempotencyKey?: string | null | undefined;
  /** Your own id of the case, not necessarily unique. At most 255 characters. */
  readonly reference?: string | null | undefined;
  /** The purpose of the decision: your own text, or a name that a provider defines. At most 500 characters. */
  readonly useCase?: string | null | undefined;
};

/** A register of companies. */
export type RegistrationScheme =
  /** The Netherlands: the eight digits of the Chamber of Commerce (Kamer van Koophandel). */
  | 'KVK'
  /** Any other register. */
  | 'OTHER'
  /** France: the nine digits of the SIREN. */
  | 'SIREN'
  | '%future added value';

/** The customer to invite. */
export type RequestConsentInput = {
  /** Id of the case for the statements (`case_…`). At most 255 characters. */
  readonly caseId: string;
  /** The customer's e-mail address, for providers that write to them. Sent to the provider and then deleted. At most 254 characters. */
  readonly customerEmail?: string | null | undefined;
  /** The customer's name, used to address them. Sent to the provider and then deleted. 1 to 200 characters. At most 200 characters. */
  readonly customerName: string;
  /** A repeated request with the same key and input returns the same invitation. At most 255 characters. */
  readonly idempotencyKey?: string | null | undefined;
  /** The provider, such as `flvxtract`; when absent, the first one in the tenant's order for STATEMENT_EXTRACTION that can invite customers. At most 255 characters. */
  readonly provider?: string | null | undefined;
  /** Where the provider sends the customer afterwards. REDIRECT_NOT_ALLOWED unless it is among your allowed addresses. */
  readonly redirectUrl?: Url | null | undefined;
};

/** The types of actions that an analysis may require. */
export type RequiredActionType =
  /** Have the applicant open a page of the provider. */
  | 'OPEN_URL'
  /** Pass the passwords of the listed documents to `retryAnalysis`. Only for a provider whose `options` have `password`. */
  | 'PROVIDE_PASSWORD'
  /** Upload the listed documents again in a form that the provider can read. `documentResults` says what is wrong with each. */
  | 'REUPLOAD'
  | '%future added value';

/** The analysis to continue or retry. */
export type RetryAnalysisInput = {
  /** Id of the analysis (`ana_…`). At most 255 characters. */
  readonly analysisId: string;
  /**
   * Absent or null: the same documents as before. While ACTION_REQUIRED: the replacements of `action.documents`, either
   * other ones or the same ones with their passwords; the rest is kept. After the end: all documents of the new analysis.
   */
  readonly documents?: ReadonlyArray<AnalysisDocumentInput> | null | undefined;
  /** A repeated request with the same key and input returns the same analysis. At most 255 characters. */
  readonly idempotencyKey?: string | null | undefined;
  /** Absent or null: the same options as before. A share link's password was deleted, so give a share link with a password again. */
  readonly options?: AnalysisOptionsInput | null | undefined;
};

/** The subject of the assessment. */
export type RiskKind =
  /** What the applicant can afford. */
  | 'AFFORDABILITY'
  /** Whether a credit will be paid back. */
  | 'CREDIT'
  /** Whether documents are genuine. */
  | 'DOCUMENT_FRAUD'
  | '%future added value';

/** How high a risk is. */
export type RiskLevel =
  /** High. */
  | 'HIGH'
  /** Low. */
  | 'LOW'
  /** Medium. */
  | 'MEDIUM'
  /** The provider gave no level, or an unknown one. */
  | 'UNKNOWN'
  | '%future added value';

/** Who may open the page of a result. */
export type ShareLinkInput = {
  /** Who may open it, as a value of the provider; `public`, everyone with the address, when absent. At most 200 characters. */
  readonly access?: string | null | undefined;
  /** The password that opens it; none when absent. Sent to the provider and then deleted. At most 200 characters. */
  readonly password?: string | null | undefined;
};

/** Whether a signal is for or against the applicant. */
export type SignalSentiment =
  /** Against the applicant. */
  | 'BAD'
  /** For the applicant. */
  | 'GOOD'
  /** Neither for nor against the applicant. */
  | 'NEUTRAL'
  /** The provider says something else, or nothing. */
  | 'OTHER'
  | '%future added value';

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
  | 'RUNNING'
  | '%future added value';

/** The analysis to start. */
export type StartAnalysisInput = {
  /** The case it belongs to (`case_…`). At most 255 characters. */
  readonly caseId: string;
  /** Its documents. They must belong to the case and be STORED. */
  readonly documents: ReadonlyArray<AnalysisDocumentInput>;
  /** A repeated request with the same key and input returns the same analysis. At most 255 characters. */
  readonly idempotencyKey?: string | null | undefined;
  /** Options. A provider that does not support one refuses the analysis. */
  readonly options?: AnalysisOptionsInput | null | undefined;
  /** The product to request. */
  readonly product: AnalysisProduct;
  /**
   * The provider to use, such as `flvxtract`. When absent, the first one in the tenant's order that accepts the documents and
   * options, and the next ones if it fails: after ten minutes without an answer, and immediately when its quota is used up, it
   * refuses our credentials, or it cannot read the documents because of their format, bank or type. `Analysis.runs` lists
   * the providers used. At most 255 characters.
   */
  readonly provider?: string | null | undefined;
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
  | 'SYNCHRONIZING'
  | '%future added value';

/** The bank login to synchronize. */
export type SynchronizeBankLoginInput = {
  /** Id of the bank login (`blg_…`). At most 255 characters. */
  readonly bankLoginId: string;
  /** Where the browser goes after a failure. REDIRECT_NOT_ALLOWED unless it is among your allowed addresses. */
  readonly errorUrl: Url;
  /** Where the browser goes when the customer cancelled. REDIRECT_NOT_ALLOWED unless it is among your allowed addresses. */
  readonly exitUrl: Url;
  /** Where the browser goes after the synchronization. REDIRECT_NOT_ALLOWED unless it is among your allowed addresses. */
  readonly successUrl: Url;
  /**
   * The customer's public IP address, such as `203.0.113.7`, which is sent to the bank. When absent, the address from
   * which this request comes. Private and loopback addresses are refused. At most 100 characters.
   */
  readonly userIp?: string | null | undefined;
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
  | 'UTILITIES'
  | '%future added value';

/** A filter of transactions. An item must match all given members; an empty list matches nothing. */
export type TransactionFilter = {
  /** Only those read from one of these bank accounts (`bac_…`). At most 255 characters. */
  readonly accountIds?: ReadonlyArray<string> | null | undefined;
  /** Only those with an amount in this range, in any currency. */
  readonly amount?: DecimalRange | null | undefined;
  /** Only those of one of these categories. */
  readonly categories?: ReadonlyArray<TransactionCategoryCode> | null | undefined;
  /** Only those in this direction. */
  readonly direction?: CreditDebit | null | undefined;
  /** Only those with an effective date in this range. */
  readonly effectiveDate?: DateRange | null | undefined;
  /** Whether to include duplicates, which do not count; not included when absent. */
  readonly includeDuplicates?: boolean | null | undefined;
  /** Only those read by one of these providers, such as `flvxtract`. At most 255 characters. */
  readonly providerIds?: ReadonlyArray<string> | null | undefined;
  /** Only those with this text in their description or the counterparty's name, ignoring case, Unicode form and the kind of white space. At most 200 characters. */
  readonly search?: string | null | undefined;
  /** Only those in this status. */
  readonly status?: TransactionStatus | null | undefined;
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
  | 'EFFECTIVE_DATE_DESC'
  | '%future added value';

/** The status of a transaction. */
export type TransactionStatus =
  /** Booked: final. */
  | 'BOOKED'
  /** The provider says something else. */
  | 'OTHER'
  /** Announced by the bank, not booked yet. */
  | 'PENDING'
  | '%future added value';

/** Whether documents are the requested ones. */
export type ValidationStatus =
  /** They are. */
  | 'COMPLIANT'
  /** At least one is not. */
  | 'NON_COMPLIANT'
  /** The provider returned another value, or none. */
  | 'OTHER'
  | '%future added value';

export type ApplicantOverviewQueryVariables = Exact<{
  id: string;
  from: CalendarDate;
  to: CalendarDate;
  interval?: CashFlowInterval;
}>;


export type ApplicantOverviewQuery = { readonly applicant: { readonly createdAt: DateTime, readonly id: string, readonly reference: string, readonly kind: ApplicantKind, readonly displayName: string | null, readonly registration: { readonly scheme: RegistrationScheme, readonly value: string } | null, readonly cases: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string, readonly reference: string | null, readonly useCase: string | null, readonly status: CaseStatus, readonly openedAt: DateTime, readonly updatedAt: DateTime } }> }, readonly cashFlow: ReadonlyArray<{ readonly from: CalendarDate, readonly to: CalendarDate, readonly currency: CurrencyCode, readonly moneyIn: Decimal, readonly moneyOut: Decimal, readonly net: Decimal, readonly transactionCount: number }>, readonly riskAssessments: ReadonlyArray<{ readonly id: string, readonly kind: RiskKind, readonly level: RiskLevel, readonly assessedAt: DateTime, readonly riskClass: number | null, readonly provider: { readonly id: string, readonly name: string }, readonly score: { readonly value: Decimal, readonly min: Decimal | null, readonly max: Decimal | null, readonly higherIsRiskier: boolean | null } | null, readonly signals: ReadonlyArray<{ readonly code: string, readonly sentiment: SignalSentiment, readonly value: string | null, readonly explanations: ReadonlyArray<string> }> }>, readonly bankLogins: ReadonlyArray<{ readonly id: string, readonly stale: boolean, readonly retrievedAt: DateTime, readonly bank: { readonly name: string, readonly logo: { readonly url: Url } | null }, readonly synchronization: { readonly state: SynchronizationState, readonly lastSynchronizedAt: DateTime | null } | null, readonly accounts: ReadonlyArray<{ readonly id: string, readonly type: AccountType, readonly name: string | null, readonly maskedIban: string | null, readonly maskedNumber: string | null, readonly currency: CurrencyCode, readonly balance: { readonly value: Decimal, readonly currency: CurrencyCode } | null }> }> | null, readonly sources: ReadonlyArray<{ readonly product: AnalysisProduct | null, readonly status: SourceStatus, readonly retrievedAt: DateTime | null, readonly stale: boolean, readonly provider: { readonly id: string, readonly name: string }, readonly error: { readonly code: ErrorCode, readonly message: string, readonly userMessage: string, readonly retryable: boolean, readonly retryAfterSeconds: number | null } | null }> } | null };

export type CasePageQueryVariables = Exact<{
  id: string;
}>;


export type CasePageQuery = { readonly case: { readonly id: string, readonly reference: string | null, readonly useCase: string | null, readonly status: CaseStatus, readonly openedAt: DateTime, readonly updatedAt: DateTime, readonly applicant: { readonly id: string, readonly reference: string, readonly kind: ApplicantKind, readonly displayName: string | null }, readonly documents: ReadonlyArray<{ readonly id: string, readonly fileName: string, readonly kind: DocumentKind, readonly mediaType: string | null, readonly byteSize: number | null, readonly status: DocumentStatus, readonly createdAt: DateTime, readonly storedAt: DateTime | null, readonly rejection: { readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null } | null }>, readonly analyses: ReadonlyArray<{ readonly id: string, readonly version: number, readonly product: AnalysisProduct, readonly status: AnalysisStatus, readonly stage: AnalysisStage, readonly allowedActions: ReadonlyArray<AnalysisAction>, readonly requestedAt: DateTime, readonly updatedAt: DateTime, readonly completedAt: DateTime | null, readonly nextCheckAt: DateTime | null, readonly deadline: DateTime, readonly provider: { readonly id: string, readonly name: string }, readonly action: { readonly type: RequiredActionType, readonly url: Url | null, readonly expiresAt: DateTime | null, readonly documents: ReadonlyArray<{ readonly id: string, readonly fileName: string }> } | null, readonly error: { readonly code: ErrorCode, readonly message: string, readonly userMessage: string, readonly retryable: boolean, readonly retryAfterSeconds: number | null } | null, readonly obstacle: { readonly code: ErrorCode, readonly message: string, readonly userMessage: string, readonly retryable: boolean, readonly retryAfterSeconds: number | null } | null }>, readonly decision: { readonly status: DecisionStatus, readonly fraudRisk: RiskLevel, readonly validation: ValidationStatus, readonly consistent: boolean, readonly decidedAt: DateTime, readonly provider: { readonly id: string, readonly name: string }, readonly alerts: ReadonlyArray<{ readonly source: AlertSource, readonly messages: ReadonlyArray<{ readonly language: string, readonly text: string }>, readonly documents: ReadonlyArray<{ readonly id: string, readonly fileName: string }> }> } | null, readonly riskAssessments: ReadonlyArray<{ readonly id: string, readonly kind: RiskKind, readonly level: RiskLevel, readonly assessedAt: DateTime, readonly riskClass: number | null, readonly provider: { readonly id: string, readonly name: string }, readonly score: { readonly value: Decimal, readonly min: Decimal | null, readonly max: Decimal | null, readonly higherIsRiskier: boolean | null } | null, readonly signals: ReadonlyArray<{ readonly code: string, readonly sentiment: SignalSentiment, readonly value: string | null, readonly explanations: ReadonlyArray<string> }> }>, readonly statements: { readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string, readonly bankName: string | null, readonly from: CalendarDate | null, readonly to: CalendarDate | null, readonly currency: CurrencyCode, readonly transactionCount: number | null, readonly reconciles: boolean | null, readonly missingMonths: ReadonlyArray<string>, readonly account: { readonly holderName: string | null, readonly maskedIban: string | null, readonly maskedNumber: string | null }, readonly openingBalance: { readonly value: Decimal, readonly currency: CurrencyCode } | null, readonly closingBalance: { readonly value: Decimal, readonly currency: CurrencyCode } | null, readonly provider: { readonly id: string, readonly name: string }, readonly document: { readonly id: string, readonly fileName: string } | null } }> }, readonly sources: ReadonlyArray<{ readonly product: AnalysisProduct | null, readonly status: SourceStatus, readonly retrievedAt: DateTime | null, readonly stale: boolean, readonly provider: { readonly id: string, readonly name: string }, readonly error: { readonly code: ErrorCode, readonly message: string, readonly userMessage: string, readonly retryable: boolean, readonly retryAfterSeconds: number | null } | null }> } | null };

export type CreateApplicantMutationVariables = Exact<{
  input: CreateApplicantInput;
}>;


export type CreateApplicantMutation = { readonly createApplicant: { readonly applicant: { readonly id: string, readonly reference: string, readonly kind: ApplicantKind, readonly displayName: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } | null };

export type OpenCaseMutationVariables = Exact<{
  input: OpenCaseInput;
}>;


export type OpenCaseMutation = { readonly openCase: { readonly case: { readonly id: string, readonly reference: string | null, readonly useCase: string | null, readonly status: CaseStatus, readonly openedAt: DateTime, readonly updatedAt: DateTime } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } | null };

export type CreateDocumentUploadMutationVariables = Exact<{
  input: CreateDocumentUploadInput;
}>;


export type CreateDocumentUploadMutation = { readonly createDocumentUpload: { readonly document: { readonly id: string, readonly fileName: string, readonly kind: DocumentKind, readonly mediaType: string | null, readonly byteSize: number | null, readonly status: DocumentStatus, readonly createdAt: DateTime, readonly storedAt: DateTime | null, readonly rejection: { readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null } | null } | null, readonly upload: { readonly url: Url, readonly method: string, readonly expiresAt: DateTime, readonly headers: ReadonlyArray<{ readonly name: string, readonly value: string }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } | null };

export type StoredDocumentQueryVariables = Exact<{
  id: string;
}>;


export type StoredDocumentQuery = { readonly document: { readonly sha256: string | null, readonly id: string, readonly fileName: string, readonly kind: DocumentKind, readonly mediaType: string | null, readonly byteSize: number | null, readonly status: DocumentStatus, readonly createdAt: DateTime, readonly storedAt: DateTime | null, readonly rejection: { readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null } | null } | null };

export type StartAnalysisMutationVariables = Exact<{
  input: StartAnalysisInput;
}>;


export type StartAnalysisMutation = { readonly startAnalysis: { readonly analysis: { readonly id: string, readonly version: number, readonly product: AnalysisProduct, readonly status: AnalysisStatus, readonly stage: AnalysisStage, readonly allowedActions: ReadonlyArray<AnalysisAction>, readonly requestedAt: DateTime, readonly updatedAt: DateTime, readonly completedAt: DateTime | null, readonly nextCheckAt: DateTime | null, readonly deadline: DateTime, readonly provider: { readonly id: string, readonly name: string }, readonly action: { readonly type: RequiredActionType, readonly url: Url | null, readonly expiresAt: DateTime | null, readonly documents: ReadonlyArray<{ readonly id: string, readonly fileName: string }> } | null, readonly error: { readonly code: ErrorCode, readonly message: string, readonly userMessage: string, readonly retryable: boolean, readonly retryAfterSeconds: number | null } | null, readonly obstacle: { readonly code: ErrorCode, readonly message: string, readonly userMessage: string, readonly retryable: boolean, readonly retryAfterSeconds: number | null } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } | null };

export type RetryAnalysisMutationVariables = Exact<{
  input: RetryAnalysisInput;
}>;


export type RetryAnalysisMutation = { readonly retryAnalysis: { readonly analysis: { readonly id: string, readonly version: number, readonly product: AnalysisProduct, readonly status: AnalysisStatus, readonly stage: AnalysisStage, readonly allowedActions: ReadonlyArray<AnalysisAction>, readonly requestedAt: DateTime, readonly updatedAt: DateTime, readonly completedAt: DateTime | null, readonly nextCheckAt: DateTime | null, readonly deadline: DateTime, readonly provider: { readonly id: string, readonly name: string }, readonly action: { readonly type: RequiredActionType, readonly url: Url | null, readonly expiresAt: DateTime | null, readonly documents: ReadonlyArray<{ readonly id: string, readonly fileName: string }> } | null, readonly error: { readonly code: ErrorCode, readonly message: string, readonly userMessage: string, readonly retryable: boolean, readonly retryAfterSeconds: number | null } | null, readonly obstacle: { readonly code: ErrorCode, readonly message: string, readonly userMessage: string, readonly retryable: boolean, readonly retryAfterSeconds: number | null } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } | null };

export type CancelAnalysisMutationVariables = Exact<{
  input: CancelAnalysisInput;
}>;


export type CancelAnalysisMutation = { readonly cancelAnalysis: { readonly analysis: { readonly id: string, readonly version: number, readonly product: AnalysisProduct, readonly status: AnalysisStatus, readonly stage: AnalysisStage, readonly allowedActions: ReadonlyArray<AnalysisAction>, readonly requestedAt: DateTime, readonly updatedAt: DateTime, readonly completedAt: DateTime | null, readonly nextCheckAt: DateTime | null, readonly deadline: DateTime, readonly provider: { readonly id: string, readonly name: string }, readonly action: { readonly type: RequiredActionType, readonly url: Url | null, readonly expiresAt: DateTime | null, readonly documents: ReadonlyArray<{ readonly id: string, readonly fileName: string }> } | null, readonly error: { readonly code: ErrorCode, readonly message: string, readonly userMessage: string, readonly retryable: boolean, readonly retryAfterSeconds: number | null } | null, readonly obstacle: { readonly code: ErrorCode, readonly message: string, readonly userMessage: string, readonly retryable: boolean, readonly retryAfterSeconds: number | null } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } | null };

export type RequestConsentMutationVariables = Exact<{
  input: RequestConsentInput;
}>;


export type RequestConsentMutation = { readonly requestConsent: { readonly consent: { readonly id: string, readonly joinUrl: Url | null, readonly status: ConsentStatus, readonly expiresAt: DateTime | null, readonly analysis: { readonly id: string, readonly version: number, readonly product: AnalysisProduct, readonly status: AnalysisStatus, readonly stage: AnalysisStage, readonly allowedActions: ReadonlyArray<AnalysisAction>, readonly requestedAt: DateTime, readonly updatedAt: DateTime, readonly completedAt: DateTime | null, readonly nextCheckAt: DateTime | null, readonly deadline: DateTime, readonly provider: { readonly id: string, readonly name: string }, readonly action: { readonly type: RequiredActionType, readonly url: Url | null, readonly expiresAt: DateTime | null, readonly documents: ReadonlyArray<{ readonly id: string, readonly fileName: string }> } | null, readonly error: { readonly code: ErrorCode, readonly message: string, readonly userMessage: string, readonly retryable: boolean, readonly retryAfterSeconds: number | null } | null, readonly obstacle: { readonly code: ErrorCode, readonly message: string, readonly userMessage: string, readonly retryable: boolean, readonly retryAfterSeconds: number | null } | null } } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } | null };

export type ConnectBankMutationVariables = Exact<{
  input: ConnectBankInput;
}>;


export type ConnectBankMutation = { readonly connectBank: { readonly redirectUrl: Url | null, readonly session: { readonly id: string, readonly expiresAt: DateTime } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } | null };

export type SynchronizeBankLoginMutationVariables = Exact<{
  input: SynchronizeBankLoginInput;
}>;


export type SynchronizeBankLoginMutation = { readonly synchronizeBankLogin: { readonly redirectUrl: Url | null, readonly bankLogin: { readonly id: string, readonly stale: boolean, readonly retrievedAt: DateTime, readonly bank: { readonly name: string, readonly logo: { readonly url: Url } | null }, readonly synchronization: { readonly state: SynchronizationState, readonly lastSynchronizedAt: DateTime | null } | null, readonly accounts: ReadonlyArray<{ readonly id: string, readonly type: AccountType, readonly name: string | null, readonly maskedIban: string | null, readonly maskedNumber: string | null, readonly currency: CurrencyCode, readonly balance: { readonly value: Decimal, readonly currency: CurrencyCode } | null }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null }> } | null };

export type EventCursorQueryVariables = Exact<{ [key: string]: never; }>;


export type EventCursorQuery = { readonly eventCursor: Cursor };

export type EventsSubscriptionVariables = Exact<{
  filter?: EventFilter | null | undefined;
  after?: Cursor | null | undefined;
}>;


export type EventsSubscription = { readonly events: { readonly id: string, readonly cursor: Cursor, readonly sequence: number, readonly type: EventType, readonly occurredAt: DateTime, readonly via: EventSource, readonly analysisStatus: AnalysisStatus | null, readonly analysisStage: AnalysisStage | null, readonly analysisVersion: number | null, readonly applicant: { readonly id: string } | null, readonly case: { readonly id: string } | null, readonly analysis: { readonly id: string } | null, readonly document: { readonly id: string } | null, readonly bankLogin: { readonly id: string } | null } };

export type EventsPageQueryVariables = Exact<{
  filter?: EventFilter | null | undefined;
  first?: number | null | undefined;
  after?: Cursor | null | undefined;
}>;


export type EventsPageQuery = { readonly events: { readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly cursor: Cursor, readonly node: { readonly id: string, readonly cursor: Cursor, readonly sequence: number, readonly type: EventType, readonly occurredAt: DateTime, readonly via: EventSource, readonly analysisStatus: AnalysisStatus | null, readonly analysisStage: AnalysisStage | null, readonly analysisVersion: number | null, readonly applicant: { readonly id: string } | null, readonly case: { readonly id: string } | null, readonly analysis: { readonly id: string } | null, readonly document: { readonly id: string } | null, readonly bankLogin: { readonly id: string } | null } }> } };

export type AnalysisUpdatedSubscriptionVariables = Exact<{
  id: string;
}>;


export type AnalysisUpdatedSubscription = { readonly analysisUpdated: { readonly id: string, readonly version: number, readonly product: AnalysisProduct, readonly status: AnalysisStatus, readonly stage: AnalysisStage, readonly allowedActions: ReadonlyArray<AnalysisAction>, readonly requestedAt: DateTime, readonly updatedAt: DateTime, readonly completedAt: DateTime | null, readonly nextCheckAt: DateTime | null, readonly deadline: DateTime, readonly provider: { readonly id: string, readonly name: string }, readonly action: { readonly type: RequiredActionType, readonly url: Url | null, readonly expiresAt: DateTime | null, readonly documents: ReadonlyArray<{ readonly id: string, readonly fileName: string }> } | null, readonly error: { readonly code: ErrorCode, readonly message: string, readonly userMessage: string, readonly retryable: boolean, readonly retryAfterSeconds: number | null } | null, readonly obstacle: { readonly code: ErrorCode, readonly message: string, readonly userMessage: string, readonly retryable: boolean, readonly retryAfterSeconds: number | null } | null } };

export type CaseUpdatedSubscriptionVariables = Exact<{
  id: string;
}>;


export type CaseUpdatedSubscription = { readonly caseUpdated: { readonly id: string, readonly reference: string | null, readonly useCase: string | null, readonly status: CaseStatus, readonly openedAt: DateTime, readonly updatedAt: DateTime, readonly documents: ReadonlyArray<{ readonly id: string, readonly fileName: string, readonly kind: DocumentKind, readonly mediaType: string | null, readonly byteSize: number | null, readonly status: DocumentStatus, readonly createdAt: DateTime, readonly storedAt: DateTime | null, readonly rejection: { readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null } | null }>, readonly analyses: ReadonlyArray<{ readonly id: string, readonly version: number, readonly product: AnalysisProduct, readonly status: AnalysisStatus, readonly stage: AnalysisStage, readonly allowedActions: ReadonlyArray<AnalysisAction>, readonly requestedAt: DateTime, readonly updatedAt: DateTime, readonly completedAt: DateTime | null, readonly nextCheckAt: DateTime | null, readonly deadline: DateTime, readonly provider: { readonly id: string, readonly name: string }, readonly action: { readonly type: RequiredActionType, readonly url: Url | null, readonly expiresAt: DateTime | null, readonly documents: ReadonlyArray<{ readonly id: string, readonly fileName: string }> } | null, readonly error: { readonly code: ErrorCode, readonly message: string, readonly userMessage: string, readonly retryable: boolean, readonly retryAfterSeconds: number | null } | null, readonly obstacle: { readonly code: ErrorCode, readonly message: string, readonly userMessage: string, readonly retryable: boolean, readonly retryAfterSeconds: number | null } | null }> } };

export type BankLoginUpdatedSubscriptionVariables = Exact<{
  id: string;
}>;


export type BankLoginUpdatedSubscription = { readonly bankLoginUpdated: { readonly id: string, readonly stale: boolean, readonly retrievedAt: DateTime, readonly bank: { readonly name: string, readonly logo: { readonly url: Url } | null }, readonly synchronization: { readonly state: SynchronizationState, readonly lastSynchronizedAt: DateTime | null } | null, readonly accounts: ReadonlyArray<{ readonly id: string, readonly type: AccountType, readonly name: string | null, readonly maskedIban: string | null, readonly maskedNumber: string | null, readonly currency: CurrencyCode, readonly balance: { readonly value: Decimal, readonly currency: CurrencyCode } | null }> } };

export type AmountFragment = { readonly value: Decimal, readonly currency: CurrencyCode };

export type PageFragment = { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null };

export type ProblemFragment = { readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null };

export type FailureFragment = { readonly code: ErrorCode, readonly message: string, readonly userMessage: string, readonly retryable: boolean, readonly retryAfterSeconds: number | null };

export type ProviderNameFragment = { readonly id: string, readonly name: string };

export type ApplicantNameFragment = { readonly id: string, readonly reference: string, readonly kind: ApplicantKind, readonly displayName: string | null };

export type DocumentItemFragment = { readonly id: string, readonly fileName: string, readonly kind: DocumentKind, readonly mediaType: string | null, readonly byteSize: number | null, readonly status: DocumentStatus, readonly createdAt: DateTime, readonly storedAt: DateTime | null, readonly rejection: { readonly code: ErrorCode, readonly message: string, readonly field: ReadonlyArray<string> | null } | null };

export type AnalysisProgressFragment = { readonly id: string, readonly version: number, readonly product: AnalysisProduct, readonly status: AnalysisStatus, readonly stage: AnalysisStage, readonly allowedActions: ReadonlyArray<AnalysisAction>, readonly requestedAt: DateTime, readonly updatedAt: DateTime, readonly completedAt: DateTime | null, readonly nextCheckAt: DateTime | null, readonly deadline: DateTime, readonly provider: { readonly id: string, readonly name: string }, readonly action: { readonly type: RequiredActionType, readonly url: Url | null, readonly expiresAt: DateTime | null, readonly documents: ReadonlyArray<{ readonly id: string, readonly fileName: string }> } | null, readonly error: { readonly code: ErrorCode, readonly message: string, readonly userMessage: string, readonly retryable: boolean, readonly retryAfterSeconds: number | null } | null, readonly obstacle: { readonly code: ErrorCode, readonly message: string, readonly userMessage: string, readonly retryable: boolean, readonly retryAfterSeconds: number | null } | null };

export type DecisionFragment = { readonly status: DecisionStatus, readonly fraudRisk: RiskLevel, readonly validation: ValidationStatus, readonly consistent: boolean, readonly decidedAt: DateTime, readonly provider: { readonly id: string, readonly name: string }, readonly alerts: ReadonlyArray<{ readonly source: AlertSource, readonly messages: ReadonlyArray<{ readonly language: string, readonly text: string }>, readonly documents: ReadonlyArray<{ readonly id: string, readonly fileName: string }> }> };

export type AssessmentFragment = { readonly id: string, readonly kind: RiskKind, readonly level: RiskLevel, readonly assessedAt: DateTime, readonly riskClass: number | null, readonly provider: { readonly id: string, readonly name: string }, readonly score: { readonly value: Decimal, readonly min: Decimal | null, readonly max: Decimal | null, readonly higherIsRiskier: boolean | null } | null, readonly signals: ReadonlyArray<{ readonly code: string, readonly sentiment: SignalSentiment, readonly value: string | null, readonly explanations: ReadonlyArray<string> }> };

export type StatementItemFragment = { readonly id: string, readonly bankName: string | null, readonly from: CalendarDate | null, readonly to: CalendarDate | null, readonly currency: CurrencyCode, readonly transactionCount: number | null, readonly reconciles: boolean | null, readonly missingMonths: ReadonlyArray<string>, readonly account: { readonly holderName: string | null, readonly maskedIban: string | null, readonly maskedNumber: string | null }, readonly openingBalance: { readonly value: Decimal, readonly currency: CurrencyCode } | null, readonly closingBalance: { readonly value: Decimal, readonly currency: CurrencyCode } | null, readonly provider: { readonly id: string, readonly name: string }, readonly document: { readonly id: string, readonly fileName: string } | null };

export type TransactionItemFragment = { readonly id: string, readonly effectiveDate: CalendarDate, readonly status: TransactionStatus, readonly direction: CreditDebit, readonly description: string | null, readonly amount: { readonly value: Decimal, readonly currency: CurrencyCode }, readonly counterparty: { readonly name: string | null, readonly maskedIban: string | null } | null, readonly category: { readonly code: TransactionCategoryCode, readonly providerCode: string | null } | null, readonly balanceAfter: { readonly value: Decimal, readonly currency: CurrencyCode } | null };

export type BankLoginItemFragment = { readonly id: string, readonly stale: boolean, readonly retrievedAt: DateTime, readonly bank: { readonly name: string, readonly logo: { readonly url: Url } | null }, readonly synchronization: { readonly state: SynchronizationState, readonly lastSynchronizedAt: DateTime | null } | null, readonly accounts: ReadonlyArray<{ readonly id: string, readonly type: AccountType, readonly name: string | null, readonly maskedIban: string | null, readonly maskedNumber: string | null, readonly currency: CurrencyCode, readonly balance: { readonly value: Decimal, readonly currency: CurrencyCode } | null }> };

export type SourceFragment = { readonly product: AnalysisProduct | null, readonly status: SourceStatus, readonly retrievedAt: DateTime | null, readonly stale: boolean, readonly provider: { readonly id: string, readonly name: string }, readonly error: { readonly code: ErrorCode, readonly message: string, readonly userMessage: string, readonly retryable: boolean, readonly retryAfterSeconds: number | null } | null };

export type CaseSummaryFragment = { readonly id: string, readonly reference: string | null, readonly useCase: string | null, readonly status: CaseStatus, readonly openedAt: DateTime, readonly updatedAt: DateTime };

export type EventFragment = { readonly id: string, readonly cursor: Cursor, readonly sequence: number, readonly type: EventType, readonly occurredAt: DateTime, readonly via: EventSource, readonly analysisStatus: AnalysisStatus | null, readonly analysisStage: AnalysisStage | null, readonly analysisVersion: number | null, readonly applicant: { readonly id: string } | null, readonly case: { readonly id: string } | null, readonly analysis: { readonly id: string } | null, readonly document: { readonly id: string } | null, readonly bankLogin: { readonly id: string } | null };

export type TransactionsPageQueryVariables = Exact<{
  applicantId: string;
  filter?: TransactionFilter | null | undefined;
  orderBy?: TransactionOrder;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type TransactionsPageQuery = { readonly applicant: { readonly id: string, readonly transactions: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string, readonly effectiveDate: CalendarDate, readonly status: TransactionStatus, readonly direction: CreditDebit, readonly description: string | null, readonly amount: { readonly value: Decimal, readonly currency: CurrencyCode }, readonly counterparty: { readonly name: string | null, readonly maskedIban: string | null } | null, readonly category: { readonly code: TransactionCategoryCode, readonly providerCode: string | null } | null, readonly balanceAfter: { readonly value: Decimal, readonly currency: CurrencyCode } | null } }> } } | null };

export type WorkListQueryVariables = Exact<{
  filter?: CaseFilter | null | undefined;
  orderBy?: CaseOrder;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type WorkListQuery = { readonly cases: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string, readonly reference: string | null, readonly useCase: string | null, readonly status: CaseStatus, readonly openedAt: DateTime, readonly updatedAt: DateTime, readonly applicant: { readonly id: string, readonly reference: string, readonly kind: ApplicantKind, readonly displayName: string | null } } }> } };

export const PageFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Page"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PageInfo"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]} as unknown as DocumentNode<PageFragment, unknown>;
export const ApplicantNameFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApplicantName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Applicant"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]} as unknown as DocumentNode<ApplicantNameFragment, unknown>;
export const ProblemFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Problem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InputProblem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]} as unknown as DocumentNode<ProblemFragment, unknown>;
export const DocumentItemFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DocumentItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CaseDocument"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"mediaType"}},{"kind":"Field","name":{"kind":"Name","value":"byteSize"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"storedAt"}},{"kind":"Field","name":{"kind":"Name","value":"rejection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Problem"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Problem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InputProblem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]} as unknown as DocumentNode<DocumentItemFragment, unknown>;
export const ProviderNameFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ProviderName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DataProvider"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]} as unknown as DocumentNode<ProviderNameFragment, unknown>;
export const FailureFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Failure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AnalysisError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"userMessage"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}}]} as unknown as DocumentNode<FailureFragment, unknown>;
export const AnalysisProgressFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AnalysisProgress"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Analysis"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"provider"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ProviderName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"action"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"documents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}}]}},{"kind":"Field","name":{"kind":"Name","value":"obstacle"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"nextCheckAt"}},{"kind":"Field","name":{"kind":"Name","value":"deadline"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ProviderName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DataProvider"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Failure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AnalysisError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"userMessage"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}}]} as unknown as DocumentNode<AnalysisProgressFragment, unknown>;
export const DecisionFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Decision"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CaseDecision"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"fraudRisk"}},{"kind":"Field","name":{"kind":"Name","value":"validation"}},{"kind":"Field","name":{"kind":"Name","value":"consistent"}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"provider"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ProviderName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"alerts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"messages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"documents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ProviderName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DataProvider"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]} as unknown as DocumentNode<DecisionFragment, unknown>;
export const AssessmentFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Assessment"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RiskAssessment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"assessedAt"}},{"kind":"Field","name":{"kind":"Name","value":"provider"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ProviderName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"score"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"min"}},{"kind":"Field","name":{"kind":"Name","value":"max"}},{"kind":"Field","name":{"kind":"Name","value":"higherIsRiskier"}}]}},{"kind":"Field","name":{"kind":"Name","value":"riskClass"}},{"kind":"Field","name":{"kind":"Name","value":"signals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"sentiment"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"explanations"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ProviderName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DataProvider"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]} as unknown as DocumentNode<AssessmentFragment, unknown>;
export const AmountFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Amount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MonetaryAmount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]} as unknown as DocumentNode<AmountFragment, unknown>;
export const StatementItemFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StatementItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Statement"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"bankName"}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"holderName"}},{"kind":"Field","name":{"kind":"Name","value":"maskedIban"}},{"kind":"Field","name":{"kind":"Name","value":"maskedNumber"}}]}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"openingBalance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"closingBalance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"transactionCount"}},{"kind":"Field","name":{"kind":"Name","value":"reconciles"}},{"kind":"Field","name":{"kind":"Name","value":"missingMonths"}},{"kind":"Field","name":{"kind":"Name","value":"provider"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ProviderName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"document"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Amount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MonetaryAmount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ProviderName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DataProvider"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]} as unknown as DocumentNode<StatementItemFragment, unknown>;
export const TransactionItemFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TransactionItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Transaction"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveDate"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"counterparty"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"maskedIban"}}]}},{"kind":"Field","name":{"kind":"Name","value":"category"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"providerCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"balanceAfter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Amount"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Amount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MonetaryAmount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]} as unknown as DocumentNode<TransactionItemFragment, unknown>;
export const BankLoginItemFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BankLoginItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BankLogin"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"bank"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"logo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"stale"}},{"kind":"Field","name":{"kind":"Name","value":"retrievedAt"}},{"kind":"Field","name":{"kind":"Name","value":"synchronization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"lastSynchronizedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"accounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"maskedIban"}},{"kind":"Field","name":{"kind":"Name","value":"maskedNumber"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"balance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Amount"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Amount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MonetaryAmount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]} as unknown as DocumentNode<BankLoginItemFragment, unknown>;
export const SourceFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Source"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SourceState"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provider"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ProviderName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"retrievedAt"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ProviderName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DataProvider"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Failure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AnalysisError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"userMessage"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}}]} as unknown as DocumentNode<SourceFragment, unknown>;
export const CaseSummaryFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseSummary"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Case"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"useCase"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]} as unknown as DocumentNode<CaseSummaryFragment, unknown>;
export const EventFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Event"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ActivityEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"via"}},{"kind":"Field","name":{"kind":"Name","value":"analysisStatus"}},{"kind":"Field","name":{"kind":"Name","value":"analysisStage"}},{"kind":"Field","name":{"kind":"Name","value":"analysisVersion"}},{"kind":"Field","name":{"kind":"Name","value":"applicant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"case"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"analysis"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"document"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bankLogin"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<EventFragment, unknown>;
export const ApplicantOverviewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ApplicantOverview"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"interval"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CashFlowInterval"}}},"defaultValue":{"kind":"EnumValue","value":"MONTH"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"applicant"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApplicantName"}},{"kind":"Field","name":{"kind":"Name","value":"registration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scheme"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"cases"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Page"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CaseSummary"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"cashFlow"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}},{"kind":"Argument","name":{"kind":"Name","value":"interval"},"value":{"kind":"Variable","name":{"kind":"Name","value":"interval"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"moneyIn"}},{"kind":"Field","name":{"kind":"Name","value":"moneyOut"}},{"kind":"Field","name":{"kind":"Name","value":"net"}},{"kind":"Field","name":{"kind":"Name","value":"transactionCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"riskAssessments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Assessment"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bankLogins"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BankLoginItem"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Source"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ProviderName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DataProvider"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Amount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MonetaryAmount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Failure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AnalysisError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"userMessage"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApplicantName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Applicant"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Page"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PageInfo"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseSummary"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Case"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"useCase"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Assessment"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RiskAssessment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"assessedAt"}},{"kind":"Field","name":{"kind":"Name","value":"provider"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ProviderName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"score"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"min"}},{"kind":"Field","name":{"kind":"Name","value":"max"}},{"kind":"Field","name":{"kind":"Name","value":"higherIsRiskier"}}]}},{"kind":"Field","name":{"kind":"Name","value":"riskClass"}},{"kind":"Field","name":{"kind":"Name","value":"signals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"sentiment"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"explanations"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BankLoginItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BankLogin"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"bank"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"logo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"stale"}},{"kind":"Field","name":{"kind":"Name","value":"retrievedAt"}},{"kind":"Field","name":{"kind":"Name","value":"synchronization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"lastSynchronizedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"accounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"maskedIban"}},{"kind":"Field","name":{"kind":"Name","value":"maskedNumber"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"balance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Amount"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Source"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SourceState"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provider"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ProviderName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"retrievedAt"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}}]}}]}}]} as unknown as DocumentNode<ApplicantOverviewQuery, ApplicantOverviewQueryVariables>;
export const CasePageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CasePage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"case"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CaseSummary"}},{"kind":"Field","name":{"kind":"Name","value":"applicant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApplicantName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"documents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DocumentItem"}}]}},{"kind":"Field","name":{"kind":"Name","value":"analyses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnalysisProgress"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decision"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Decision"}}]}},{"kind":"Field","name":{"kind":"Name","value":"riskAssessments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Assessment"}}]}},{"kind":"Field","name":{"kind":"Name","value":"statements"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Page"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"StatementItem"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Source"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Problem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InputProblem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ProviderName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DataProvider"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Failure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AnalysisError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"userMessage"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Amount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MonetaryAmount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseSummary"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Case"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"useCase"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApplicantName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Applicant"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DocumentItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CaseDocument"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"mediaType"}},{"kind":"Field","name":{"kind":"Name","value":"byteSize"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"storedAt"}},{"kind":"Field","name":{"kind":"Name","value":"rejection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Problem"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AnalysisProgress"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Analysis"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"provider"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ProviderName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"action"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"documents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}}]}},{"kind":"Field","name":{"kind":"Name","value":"obstacle"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"nextCheckAt"}},{"kind":"Field","name":{"kind":"Name","value":"deadline"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Decision"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CaseDecision"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"fraudRisk"}},{"kind":"Field","name":{"kind":"Name","value":"validation"}},{"kind":"Field","name":{"kind":"Name","value":"consistent"}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"provider"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ProviderName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"alerts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"messages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"documents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Assessment"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RiskAssessment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"assessedAt"}},{"kind":"Field","name":{"kind":"Name","value":"provider"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ProviderName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"score"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"min"}},{"kind":"Field","name":{"kind":"Name","value":"max"}},{"kind":"Field","name":{"kind":"Name","value":"higherIsRiskier"}}]}},{"kind":"Field","name":{"kind":"Name","value":"riskClass"}},{"kind":"Field","name":{"kind":"Name","value":"signals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"sentiment"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"explanations"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Page"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PageInfo"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StatementItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Statement"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"bankName"}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"holderName"}},{"kind":"Field","name":{"kind":"Name","value":"maskedIban"}},{"kind":"Field","name":{"kind":"Name","value":"maskedNumber"}}]}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"openingBalance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"closingBalance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"transactionCount"}},{"kind":"Field","name":{"kind":"Name","value":"reconciles"}},{"kind":"Field","name":{"kind":"Name","value":"missingMonths"}},{"kind":"Field","name":{"kind":"Name","value":"provider"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ProviderName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"document"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Source"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SourceState"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provider"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ProviderName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"retrievedAt"}},{"kind":"Field","name":{"kind":"Name","value":"stale"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}}]}}]}}]} as unknown as DocumentNode<CasePageQuery, CasePageQueryVariables>;
export const CreateApplicantDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateApplicant"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateApplicantInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createApplicant"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"applicant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApplicantName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Problem"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApplicantName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Applicant"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Problem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InputProblem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]} as unknown as DocumentNode<CreateApplicantMutation, CreateApplicantMutationVariables>;
export const OpenCaseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OpenCase"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OpenCaseInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"openCase"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"case"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CaseSummary"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Problem"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseSummary"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Case"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"useCase"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Problem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InputProblem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]} as unknown as DocumentNode<OpenCaseMutation, OpenCaseMutationVariables>;
export const CreateDocumentUploadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateDocumentUpload"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateDocumentUploadInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createDocumentUpload"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"document"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DocumentItem"}}]}},{"kind":"Field","name":{"kind":"Name","value":"upload"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"headers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Problem"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Problem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InputProblem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DocumentItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CaseDocument"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"mediaType"}},{"kind":"Field","name":{"kind":"Name","value":"byteSize"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"storedAt"}},{"kind":"Field","name":{"kind":"Name","value":"rejection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Problem"}}]}}]}}]} as unknown as DocumentNode<CreateDocumentUploadMutation, CreateDocumentUploadMutationVariables>;
export const StoredDocumentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StoredDocument"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"document"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DocumentItem"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Problem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InputProblem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DocumentItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CaseDocument"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"mediaType"}},{"kind":"Field","name":{"kind":"Name","value":"byteSize"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"storedAt"}},{"kind":"Field","name":{"kind":"Name","value":"rejection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Problem"}}]}}]}}]} as unknown as DocumentNode<StoredDocumentQuery, StoredDocumentQueryVariables>;
export const StartAnalysisDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartAnalysis"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"StartAnalysisInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startAnalysis"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"analysis"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnalysisProgress"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Problem"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ProviderName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DataProvider"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Failure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AnalysisError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"userMessage"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AnalysisProgress"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Analysis"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"provider"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ProviderName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"action"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"documents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}}]}},{"kind":"Field","name":{"kind":"Name","value":"obstacle"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"nextCheckAt"}},{"kind":"Field","name":{"kind":"Name","value":"deadline"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Problem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InputProblem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]} as unknown as DocumentNode<StartAnalysisMutation, StartAnalysisMutationVariables>;
export const RetryAnalysisDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RetryAnalysis"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RetryAnalysisInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryAnalysis"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"analysis"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnalysisProgress"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Problem"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ProviderName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DataProvider"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Failure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AnalysisError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"userMessage"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AnalysisProgress"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Analysis"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"provider"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ProviderName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"action"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"documents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}}]}},{"kind":"Field","name":{"kind":"Name","value":"obstacle"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"nextCheckAt"}},{"kind":"Field","name":{"kind":"Name","value":"deadline"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Problem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InputProblem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]} as unknown as DocumentNode<RetryAnalysisMutation, RetryAnalysisMutationVariables>;
export const CancelAnalysisDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelAnalysis"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CancelAnalysisInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelAnalysis"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"analysis"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnalysisProgress"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Problem"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ProviderName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DataProvider"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Failure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AnalysisError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"userMessage"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AnalysisProgress"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Analysis"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"provider"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ProviderName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"action"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"documents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}}]}},{"kind":"Field","name":{"kind":"Name","value":"obstacle"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"nextCheckAt"}},{"kind":"Field","name":{"kind":"Name","value":"deadline"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Problem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InputProblem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]} as unknown as DocumentNode<CancelAnalysisMutation, CancelAnalysisMutationVariables>;
export const RequestConsentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RequestConsent"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestConsentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestConsent"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"consent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"joinUrl"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"analysis"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnalysisProgress"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Problem"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ProviderName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DataProvider"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Failure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AnalysisError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"userMessage"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AnalysisProgress"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Analysis"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"provider"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ProviderName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"action"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"documents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}}]}},{"kind":"Field","name":{"kind":"Name","value":"obstacle"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"nextCheckAt"}},{"kind":"Field","name":{"kind":"Name","value":"deadline"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Problem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InputProblem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]} as unknown as DocumentNode<RequestConsentMutation, RequestConsentMutationVariables>;
export const ConnectBankDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConnectBank"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConnectBankInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"connectBank"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"redirectUrl"}},{"kind":"Field","name":{"kind":"Name","value":"session"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Problem"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Problem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InputProblem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]} as unknown as DocumentNode<ConnectBankMutation, ConnectBankMutationVariables>;
export const SynchronizeBankLoginDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SynchronizeBankLogin"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SynchronizeBankLoginInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"synchronizeBankLogin"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"redirectUrl"}},{"kind":"Field","name":{"kind":"Name","value":"bankLogin"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BankLoginItem"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Problem"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Amount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MonetaryAmount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BankLoginItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BankLogin"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"bank"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"logo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"stale"}},{"kind":"Field","name":{"kind":"Name","value":"retrievedAt"}},{"kind":"Field","name":{"kind":"Name","value":"synchronization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"lastSynchronizedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"accounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"maskedIban"}},{"kind":"Field","name":{"kind":"Name","value":"maskedNumber"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"balance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Amount"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Problem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InputProblem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]} as unknown as DocumentNode<SynchronizeBankLoginMutation, SynchronizeBankLoginMutationVariables>;
export const EventCursorDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EventCursor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventCursor"}}]}}]} as unknown as DocumentNode<EventCursorQuery, EventCursorQueryVariables>;
export const EventsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"Events"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"EventFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Event"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Event"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ActivityEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"via"}},{"kind":"Field","name":{"kind":"Name","value":"analysisStatus"}},{"kind":"Field","name":{"kind":"Name","value":"analysisStage"}},{"kind":"Field","name":{"kind":"Name","value":"analysisVersion"}},{"kind":"Field","name":{"kind":"Name","value":"applicant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"case"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"analysis"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"document"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bankLogin"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<EventsSubscription, EventsSubscriptionVariables>;
export const EventsPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EventsPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"EventFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Page"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Event"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Page"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PageInfo"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Event"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ActivityEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"via"}},{"kind":"Field","name":{"kind":"Name","value":"analysisStatus"}},{"kind":"Field","name":{"kind":"Name","value":"analysisStage"}},{"kind":"Field","name":{"kind":"Name","value":"analysisVersion"}},{"kind":"Field","name":{"kind":"Name","value":"applicant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"case"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"analysis"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"document"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bankLogin"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<EventsPageQuery, EventsPageQueryVariables>;
export const AnalysisUpdatedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"AnalysisUpdated"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"analysisUpdated"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnalysisProgress"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ProviderName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DataProvider"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Failure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AnalysisError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"userMessage"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AnalysisProgress"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Analysis"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"provider"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ProviderName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"action"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"documents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}}]}},{"kind":"Field","name":{"kind":"Name","value":"obstacle"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"nextCheckAt"}},{"kind":"Field","name":{"kind":"Name","value":"deadline"}}]}}]} as unknown as DocumentNode<AnalysisUpdatedSubscription, AnalysisUpdatedSubscriptionVariables>;
export const CaseUpdatedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"CaseUpdated"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"caseUpdated"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CaseSummary"}},{"kind":"Field","name":{"kind":"Name","value":"documents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DocumentItem"}}]}},{"kind":"Field","name":{"kind":"Name","value":"analyses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnalysisProgress"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Problem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InputProblem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ProviderName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DataProvider"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Failure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AnalysisError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"userMessage"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterSeconds"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseSummary"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Case"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"useCase"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DocumentItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CaseDocument"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"mediaType"}},{"kind":"Field","name":{"kind":"Name","value":"byteSize"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"storedAt"}},{"kind":"Field","name":{"kind":"Name","value":"rejection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Problem"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AnalysisProgress"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Analysis"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"provider"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ProviderName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"action"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"documents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fileName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}}]}},{"kind":"Field","name":{"kind":"Name","value":"obstacle"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Failure"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"nextCheckAt"}},{"kind":"Field","name":{"kind":"Name","value":"deadline"}}]}}]} as unknown as DocumentNode<CaseUpdatedSubscription, CaseUpdatedSubscriptionVariables>;
export const BankLoginUpdatedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"BankLoginUpdated"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bankLoginUpdated"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BankLoginItem"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Amount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MonetaryAmount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BankLoginItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BankLogin"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"bank"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"logo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"stale"}},{"kind":"Field","name":{"kind":"Name","value":"retrievedAt"}},{"kind":"Field","name":{"kind":"Name","value":"synchronization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"lastSynchronizedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"accounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"maskedIban"}},{"kind":"Field","name":{"kind":"Name","value":"maskedNumber"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"balance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Amount"}}]}}]}}]}}]} as unknown as DocumentNode<BankLoginUpdatedSubscription, BankLoginUpdatedSubscriptionVariables>;
export const TransactionsPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TransactionsPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"applicantId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"TransactionFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TransactionOrder"}}},"defaultValue":{"kind":"EnumValue","value":"EFFECTIVE_DATE_DESC"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"applicant"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"applicantId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"transactions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Page"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TransactionItem"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Amount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MonetaryAmount"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Page"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PageInfo"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TransactionItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Transaction"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveDate"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"counterparty"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"maskedIban"}}]}},{"kind":"Field","name":{"kind":"Name","value":"category"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"providerCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"balanceAfter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Amount"}}]}}]}}]} as unknown as DocumentNode<TransactionsPageQuery, TransactionsPageQueryVariables>;
export const WorkListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WorkList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CaseFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CaseOrder"}}},"defaultValue":{"kind":"EnumValue","value":"OPENED_AT_DESC"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cases"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Page"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CaseSummary"}},{"kind":"Field","name":{"kind":"Name","value":"applicant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApplicantName"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Page"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PageInfo"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseSummary"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Case"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"useCase"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApplicantName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Applicant"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]} as unknown as DocumentNode<WorkListQuery, WorkListQueryVariables>;