/** Words that tell how sure something is, by language. English ones are patterns of their own; of the others each is a word, with its endings where `*` stands. */

/** `open`: left open. `reported`: passed on without proof. `leaning`: held for so. `planned`: to come. */
type Sureness = 'open' | 'reported' | 'leaning' | 'planned';

type Words = Readonly<Record<Sureness, readonly string[]>>;

const ENGLISH: Readonly<Record<Sureness, RegExp>> = {
  open: /\b(?:may(?!\s+\d)|might|could|possibly|perhaps|maybe|unclear(?:\s+whether)?|uncertain|not\s+(?:clear|known|certain)|unknown|whether)\b/,
  reported:
    /\baccording to (?:[\p{L}]+\s+){0,3}(?:reports?|rumou?rs)\b|\b(?:[\p{L}]+\s+)?(?:reports?|rumou?rs)\s+(?:suggest|say|claim|indicate|allege|have it)\w*\b|\b(?:is|are|was|were|been)\s+(?:reported|said|alleged|rumou?red|believed|thought)\s+(?:to|that)\b|\b(?:unconfirmed|unverified)(?=\s+(?:\p{L}+\s+)?(?:reports?|rumou?rs|claims?|accounts?|information|sources?|that|whether)\b)|\b(?:is|are|was|were|has|have|remains?)\s+(?:unconfirmed|unverified)\b|\b(?:not\s+(?:been\s+)?(?:confirmed|verified)|reportedly|allegedly|purportedly|supposedly)\b/u,
  leaning: /\b(?:likely|probably|presumably|apparently|seemingly|seems?|appears?|can(?!not))\b/,
  planned:
    /\b(?:will|would|shall|(?:plan(?:s|ned|ning)?|intend(?:s|ed)?|aim(?:s|ed)?|hop(?:es?|ing)|want(?:s|ed)?|seek(?:s|ing)?|going|set|agreed|is|are|was|were)\s+to(?=\s)|plans?\s+(?:an?|the|for|on)\b|(?:is|are|was|were|been)\s+planned|negotiat(?:es?|ing|ions?)|in talks|in negotiations?|consider(?:s|ing)|(?:show(?:s|n|ed|ing)?\s+)?interest(?:ed)?\s+in)\b/,
};

const OTHERS: Readonly<Record<'tr' | 'ru' | 'uk' | 'az' | 'kk' | 'ky' | 'uz', Words>> = {
  tr: {
    open: ['belki', 'olabilir*', 'mümkün*', 'belirsiz*', 'belli değil', 'net değil', 'bilinmiyor'],
    reported: ['doğrulanmamış', 'iddia*', 'söylenti*', 'bildirili*', 'öne sürül*'],
    leaning: ['muhtemelen', 'galiba', 'herhalde', 'görünüşe göre'],
    planned: ['planlıyor', 'planlanıyor', 'planlanmakta*', 'görüş*', '*acak', '*acaklar', '*ecek', '*ecekler'],
  },
  ru: {
    open: ['возможно', 'может', 'могут', 'мог', 'могла', 'могли', 'неясно', 'неизвестно'],
    reported: ['неподтвержд*', 'якобы', 'по слухам', 'сообща*'],
    leaning: ['вероятно', 'видимо', 'похоже', 'кажется', 'скорее всего'],
    planned: ['планирует', 'планируют', 'планируется', 'планируются', 'собира*', 'намерен*', 'переговор*', 'будет', 'будут'],
  },
  uk: {
    open: ['можливо', 'може', 'можуть', 'міг', 'могла', 'могли', 'неясно', 'невідомо'],
    reported: ['непідтвердж*', 'нібито', 'за чутками', 'повідомля*'],
    leaning: ['ймовірно', 'імовірно', 'мабуть', 'схоже', 'здається'],
    planned: ['планує', 'планують', 'планується', 'збира*', 'намір*', 'переговор*', 'буде', 'будуть'],
  },
  az: {
    open: ['bəlkə', 'ola bilər', 'mümkün*', 'bilər', 'aydın deyil', 'məlum deyil', 'qeyri-müəyyən*'],
    reported: ['təsdiqlənməmiş', 'iddia*', 'guya', 'şayiə*', 'bildirilir', 'məlumat*', 'deyilənə görə'],
    leaning: ['ehtimal*', 'yəqin*', 'deyəsən', 'çox güman'],
    planned: ['planlaşdır*', 'niyyət*', 'nəzərdə tut*', 'danışıq*', '*acaq', '*acaqlar', '*əcək', '*əcəklər'],
  },
  kk: {
    open: ['мүмкін', 'бәлкім', 'белгісіз', 'анық емес'],
    reported: ['расталмаған', 'қауесет*', '*-мыс', 'хабарлан*', 'айтылуда'],
    leaning: ['сірә', 'шамасы', 'ықтимал', 'тәрізді'],
    planned: ['жоспарла*', 'ниет*', 'көздеп', 'көздейді', 'келіссөз*', '*мақшы', '*мекші', '*бақшы', '*бекші', '*пақшы', '*пекші'],
  },
  ky: {
    open: ['мүмкүн', 'балким', 'белгисиз', 'так эмес', 'ыктымал'],
    reported: ['тастыкталбаган', 'ушак*', 'имиш', 'кабарлан*', 'айтылууда'],
    leaning: ['сыягы', 'окшойт', 'шекилдүү'],
    planned: ['пландап', 'пландайт', 'пландаш*', 'ниет*', 'көздөйт', 'сүйлөшүү*', '*макчы', '*мекчи', '*мокчу', '*мөкчү'],
  },
  uz: {
    open: ['balki', 'ehtimol', 'mumkin', 'noma’lum', 'noaniq', 'aniq emas'],
    reported: ['tasdiqlanmagan', 'mish-mish*', 'go’yo*', 'emish', 'xabar qilin*'],
    leaning: ['chamasi', 'shekilli', 'aftidan'],
    planned: ['rejalashtir*', 'niyat*', 'mo’ljalla*', 'muzokara*', '*moqchi'],
  },
};

/** Uzbek writes its apostrophe in many ways. */
const patternOf = (word: string): string => word.replaceAll('*', '\\p{L}*').replaceAll('’', "[’‘ʻʼ`']").replaceAll(' ', '\\s+');

const othersOf = (sureness: Sureness): string =>
  Object.values(OTHERS)
    .flatMap((words) => words[sureness].map(patternOf))
    .join('|');

const patternFor = (sureness: Sureness): RegExp => new RegExp(`${ENGLISH[sureness].source}|(?<!\\p{L}|не\\s)(?:${othersOf(sureness)})(?!\\p{L})`, 'iu');

export const OPEN = patternFor('open');
export const REPORTED = patternFor('reported');
export const LEANING = patternFor('leaning');
export const PLANNED = patternFor('planned');

/** Words that vouch for a thing. "Not confirmed" does not. */
export const VOUCHES =
  /\b(?:confirm(?:s|ed|ing)?|certain(?:ly)?|sure(?:ly)?|definite(?:ly)?|indeed|undoubtedly|unquestionably|undeniabl[ey]|no doubt|beyond doubt|proven?|proved|proves?|verified|established|officially|in fact|actually)(?!\p{L})|(?<!\p{L})(?:kesin\p{L}*|doğruland\p{L}*|resmen|(?<!не)подтвержд\p{L}*|підтвердж\p{L}*|несомненно|точно|təsdiqlən(?!m)\p{L}*|təsdiqlə(?:di|yib)|rəsmən|растал?ды|ресми түрде|тастыкта(?:л)?ды|расмий түрдө|tasdiqla(?:n)?di|rasman)(?!\p{L})/iu;

/** A denial of that: one hedge, however many words it has. */
export const NOT_VOUCHED =
  /\b(?:not|never|nobody|cannot|without|far from)\s+(?:\p{L}+\s+){0,2}?(?:confirm\p{L}*|verif\p{L}*|certain|sure|proven?|proved|established)(?!\p{L})|не\s+(?:было\s+)?(?:подтвержд|підтвердж)\p{L}*|(?<!\p{L})(?:doğrulanma(?:dı|mış)|teyit edilme(?:di|miş)|kesin değil|təsdiqlənm(?:əyib|ədi|əmiş)|расталма(?:ды|ған)|расталған жоқ|тастыкталган жок|тастыкталба(?:ды|ган)|tasdiqlanma(?:di|gan))(?!\p{L})/giu;
