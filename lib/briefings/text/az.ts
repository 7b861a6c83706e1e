import type { en } from './en'
import type { LanguagePack } from './language-pack'

/** The same in Azerbaijani. Numbers and names carry no case endings, so that any of them fits. */
export const az: LanguagePack<keyof (typeof en)['templates']> = {
  language: 'az',
  decimal: ',',
  templates: {
    'title.weekly': '{dyad}: {week} həftəsi',
    'title.round-up': '{week} həftəsinin icmalı',
    'title.special': '{dyad}: {from} – {week}',
    'title.specialMany': '{count} cütlük: {from} – {week}',
    asOf: '{day}, {time} UTC anına məlum olan qeydlər',
    provenance: 'Dyadwatch · metod {method} · {day}, {time} UTC anına məlum olan qeydlər',
    chartSource: 'Dyadwatch · {dyad} · metod {method}',

    'bluf.unchecked':
      '{dyad}: {week} həftəsinin mənbələrini heç kim yoxlamayıb, ona görə bu həftənin göstəricisi yoxdur.',
    'bluf.lastChecked': 'Yoxlanılmış son göstərici: {close} ({band}), {week} həftəsi.',
    'bluf.first': '{dyad}: qeydlərin ilk həftəsi olan {week} həftəsində göstərici {close} ({band}).',
    'bluf.rose':
      '{dyad}: {week} həftəsində {running, select, yes {hələlik } other {}}{size} bal artım, göstərici {close} ({band}){record, select, ever {; bu, bütün müşahidə dövrünün ən yüksək həftəlik göstəricisidir} since {; bu, {since} həftəsindən bəri ən yüksək həftəlik göstəricidir} other {}}.',
    'bluf.fell':
      '{dyad}: {week} həftəsində {running, select, yes {hələlik } other {}}{size} bal azalma, göstərici {close} ({band}).',
    'bluf.still':
      '{dyad}: {week} həftəsində {running, select, yes {hələlik } other {}}dəyişiklik yoxdur, göstərici {close} ({band}).',
    'bluf.periodRose':
      '{dyad}, {from} – {week}: {size} bal artım; əvvəl {before} ({bandBefore}), indi {close} ({band}).',
    'bluf.periodFell':
      '{dyad}, {from} – {week}: {size} bal azalma; əvvəl {before} ({bandBefore}), indi {close} ({band}).',
    'bluf.periodStill': '{dyad}, {from} – {week}: göstərici əvvəlki yerinə qayıdıb: {close} ({band}).',
    'bluf.bandUp': 'Səviyyə yüksəldi: əvvəl «{before}», indi «{band}».',
    'bluf.bandDown': 'Səviyyə endi: əvvəl «{before}», indi «{band}».',
    'bluf.nothingNew': 'Yeni insident olmayıb; təkcə köhnələrin sönməsi {faded} dəyişiklik verib.',
    'bluf.added': '{count} yeni insident {added}, köhnələrin sönməsi isə {faded} dəyişiklik verib.',
    'bluf.share': 'Əlavə olunanın {share} hissəsi «{category}» kateqoriyasına düşür.',
    'bluf.part': '{part}: {title}',
    'bluf.direction':
      '{first} → {second} istiqamətində hərəkətlər göstəricinin {forward} balını, {second} → {first} istiqamətində hərəkətlər {backward} balını təşkil edir.',
    'bluf.fall':
      'Yeni heç nə baş verməsə, «{band}» səviyyəsi {day} tarixində təkcə sönmə hesabına «{next}» səviyyəsi ilə əvəz olunur.',
    'bluf.roundUp':
      '{week} həftəsinin icmalında cütlüklər: {count}; artım: {up}, azalma: {down}, yoxlanılmayıb: {unchecked}.',

    'trend.since': '«{band}» və ya daha yüksək səviyyə {day} tarixindən bəri davam edir.',
    'trend.high': 'Həftənin ən yüksək günü: {day}, {high}.',
    'trend.reading': 'Həftəlik göstərici {close} ({band}); on sınaqdan doqquzu {low} və {high} arasındadır.',
    'trend.alt':
      'Həftəlik göstəricilərin xətti, {dyad}, {from} – {week}, səviyyələrin rəngli zolaqları üzərində. Sonda {close} ({band}); ən yüksək göstərici {peak}, {peakWeek} həftəsi.',
    'stack.alt': 'Üst-üstə yığılmış sütunlar: hər kateqoriyanın həftəlik göstəricilərə payı, {dyad}, {from} – {week}.',
    'direction.alt':
      'İki xətt: {first} → {second} və {second} → {first}, həftəlik göstəricilərdəki paylar, {from} – {week}.',
    'direction.asymmetry':
      '{heavier} qarşı tərəfə ({lighter}) aldığından daha çox təzyiq göstərir: asimmetriya {asymmetry}, burada vahid hamısı demək olardı.',
    'direction.even': 'Tərəflərdən heç biri aldığından çox təzyiq göstərmir.',
    'direction.breadth': 'Təzyiq səkkiz kateqoriyadan {breadth} kateqoriya üzrə paylanıb.',
    'waterfall.alt':
      '{before} həftəsinin göstəricisindən {week} həftəsinin göstəricisinə pillələr: yeni insidentlərdən {added}, sönmədən {faded}.',
    'waterfall.reading': 'Əvvəl {before}, sonra {close}, hissə-hissə.',

    'driver.new': '{part}: {title}. {actor} → {target}, {day}, {code}, mənbənin qiyməti {grade}.',
    'driver.joint': '{part}: {title}. {actor} və {target} birlikdə, {day}, {code}, mənbənin qiyməti {grade}.',
    'driver.none': 'Heç bir yeni insident göstəricini dəyişməyib.',
    'driver.fading': 'Köhnə insidentlərin sönməsi: {faded}.',
    'signal.record':
      'Həftəlik göstərici rekorddur: {since, select, ever {bütün müşahidə dövrünün ən yüksəyi} other {{sinceWeek} həftəsindən bəri ən yüksəyi}}.',
    'signal.unusual':
      'Həftə qeyri-adidir: yeni balları əvvəlki yarım ilin həftələrindən {z} dayanıqlı sapma yüksəkdir.',
    'signal.changePoint':
      'Burada səviyyə dəyişir: bu həftəyə qədər orta hesabla {before}, bu həftədən etibarən {after}.',
    'signal.newFront': 'Yeni cəbhə: «{category}» kateqoriyasında çoxdandır, yaxud heç vaxt insident olmayıb.',
    'signal.topRung': 'Şkalanın ən yüksək pilləsində insident: {title}.',
    'signal.jump': 'Sıçrayış: bir həftədə {change}.',
    'first.category': 'Qeydlərdə «{category}» kateqoriyasının ilk insidenti: {title}.',
    'first.code': 'Qeydlərdə ilk {code}: {title}.',

    'incidents.none': 'Bu müddət üçün qeydlərdə insident yoxdur.',
    'incidents.more': 'Bu müddətin daha {count} insidenti məlumat paketindədir.',
    'incidents.largest':
      'Dəyişmədə ən böyük payı olan insidentlər göstərilib; {count} yeni insidentin hamısı məlumat paketindədir.',
    'timeline.entry': '{day} · {actor} → {target} · {title}',
    'timeline.joint': '{day} · {actor} və {target} · {title}',
    'timeline.context': '{day} · {actor} (tərəf deyil) · {title}',
    'timeline.lead': '{from} tarixindən bəri ən çox bal toplayan {count} insident.',
    'annotation.entry': '{day} · {text} ({name})',
    'annotation.span': '{from} – {to} · {text} ({name})',
    'measures.none': 'Qeydlərə görə tərəflər arasında qüvvədə olan heç nə yoxdur.',
    'measures.lead': '{day} tarixinə {count} tədbir qüvvədədir, balları nə qədər sönsə də.',

    'reciprocity.answer':
      '«{answer}» ({actor}) – «{trigger}» addımına cavab, {lagN, plural, =0 {elə həmin gün} other {{lag} gün sonra}}{basis, select, source {, mənbəyə görə} other {, analitikin qiymətləndirməsinə görə}}.',
    'reciprocity.none': 'Qeydlərdə heç bir insident başqasına cavab kimi kodlaşdırılmayıb.',
    'reciprocity.rate':
      '{side} tərəfinin {moves} addımından {answered} addıma {other} {window} gün ərzində addımla cavab verib; təsadüfən bu {base} olardı.',
    'reciprocity.tooFew': 'Bunun təsadüfdən çox olub-olmadığını demək üçün addımlar azdır.',

    'outlook.fall':
      'Yeni heç nə baş verməsə, «{band}» səviyyəsi {day} tarixində başlayır: {from} tarixindən {days} gün sonra.',
    'outlook.calm': 'Bu artıq ən sakit səviyyədir; yeni heç nə baş verməsə, belə qalır.',
    'outlook.cost':
      '«{band}» səviyyəsinə çatmaq üçün {points} bal lazımdır: dördüncü pillədən {four} təzə və təsdiqlənmiş insident, yaxud ikinci pillədən {two}.',
    'outlook.top': 'Bu, ən yüksək səviyyədir; ondan yuxarı yoxdur.',
    'outlook.noForecast': 'Bu, proqnoz deyil, hesabdır: nə baş verəcəyini yox, göstəricinin necə dəyişəcəyini deyir.',
    'outlook.watch':
      'Nəyi izləməli: qüvvədə olanı kim ləğv edir və ya yumşaldır, {side} «{title}» addımına cavab verirmi.',
    'outlook.watchMeasures':
      'Nəyi izləməli: qüvvədə olan {count} tədbirdən hər hansı birini kimsə ləğv edir və ya yumşaldırmı.',
    'outlook.alt':
      '{day} tarixinədək həftəlik göstəricilərin xətti, sonra bir il ərzində təkcə sönmənin buraxdığı qalıq.',
    'outlook.reading': 'Həftəlik göstəricilər, sonra heç nə baş verməsə qalan.',

    'certainty.likelihood':
      'Həqiqi göstəricinin «{band}» və ya daha yüksək səviyyədə olması ehtimalı, bu kodlaşdırma və metodla: {word} ({draws} sınağın {share} hissəsi).',
    'certainty.likelihoodNumber':
      'Bu kodlaşdırma və metodla həqiqi göstərici {draws} sınağın {share} hissəsində «{band}» və ya daha yüksək səviyyədədir.',
    'certainty.data':
      'Yalnız insidentlərin necə xəbər verildiyi və kodlaşdırıldığı dəyişdirildikdə on sınaqdan doqquzu {low} və {high} arasındadır.',
    'certainty.full': 'Metodun parametrləri də dəyişdirildikdə on sınaqdan doqquzu {low} və {high} arasındadır.',
    'certainty.confidence': 'Göstəriciyə inam {level}.',
    'certainty.quality': 'Ballarının {quality} hissəsi yaxşı təsdiqlənmiş insidentlərə əsaslanır.',
    'certainty.width': 'Məlumat intervalının eni {width} baldır.',
    'certainty.coverage': 'Son dörd həftədən yoxlama və ya insidentlə əhatə olunmayanlar: {uncovered}.',
    'certainty.noPoints': 'Həmin gün mənbələri qiymətləndirilə bilən bal yoxdur.',
    'certainty.statement': 'Hər iki ifadə qeydlərdəki göstərici haqqındadır; heç biri proqnoz deyil.',
    'certainty.weak': 'Yenilər arasında zəif təsdiqlənən: {title}.',
    'age.current': 'Qeydlər {day} tarixinə məlum olduğu kimidir.',
    'age.unchecked':
      'Qeydlər {day} tarixinə məlum olduğu kimidir; {week} həftəsindən sonrakı {count} həftə yoxlanılmayıb.',

    'method.score':
      'Hər insident səkkiz kateqoriyadan birində, beş pillə yuxarı və beş pillə aşağı nərdivanda kodlaşdırılır; hər növbəti pillə {base} dəfə çox sayılır. Ballar insidentin nə dərəcədə təsdiqləndiyinə görə çəkilir və addımın nə qədər davamlı olduğuna görə hər {short}, {medium} və ya {long} gündən bir yarıya enir. Ən yüksək pillədən {anchor} təzə və təsdiqlənmiş insident şkalanın yarısını verir.',
    'method.version': 'Metod {method}, SHA-256 {hash}.',
    'method.draws':
      'İntervallar: {draws} sınaq, başlanğıc ədəd {seed}; eyni qeydlər son bitinə qədər eyni ədədləri verir.',
    'method.verify':
      'Bu arayışın məlumat paketində insidentlər, metod və bütün göstəricilər var. «npx dyadwatch verify PACKAGE.zip» əmri hamısını yenidən hesablayır və fərqlənəni göstərir.',
    'method.bands': 'Səviyyələr: {bands}.',
    'method.icd': 'Ehtimal və inam sözləri ICD 203 standartına uyğundur və heç vaxt bir cümlədə birləşdirilmir.',

    'compare.lead': 'Yan-yana cütlüklər, {from} – {week}: {count}.',
    'compare.alt': 'Həftəlik göstəricilərin xətləri, cütlüklər: {count}, {from} – {week}.',
    'compare.reading': 'Həftəlik göstəricilər; boşluqlar heç kimin yoxlamadığı həftələrdir.',
    'compare.methods': 'Hamısı metodun eyni versiyası ilə hesablanmayıb: ehtiyatla müqayisə edin.',
    'source.grade': 'etibarlılıq {grade}',
  },
  sections: {
    bluf: 'Əsas nəticə',
    standing: 'Cütlüklər bir baxışda',
    compare: 'Müqayisə',
    'key-figures': 'Əsas göstəricilər',
    trend: 'Dinamika',
    drivers: 'Göstəricini nə dəyişdi',
    directions: 'Kim kimə',
    incidents: 'İnsidentlər',
    timeline: 'Xronologiya',
    measures: 'Nə qüvvədədir',
    reciprocity: 'Addım və cavab',
    outlook: 'Perspektiv',
    certainty: 'Nə dərəcədə əminik',
    sources: 'Mənbələr',
    method: 'Metod',
  },
  labels: {
    close: 'Həftəlik göstərici',
    change: 'Həftəlik dəyişmə',
    fourWeeks: 'Dörd həftəlik dəyişmə',
    high: 'Həftənin maksimumu',
    interval: 'On sınaqdan doqquzu',
    incidents: 'İnsidentlər',
    stocks: 'Ballar',
    escalatory: 'eskalasiya',
    relief: 'yumşalma',
    date: 'Tarix',
    parties: 'Kim → kimə',
    code: 'Kod',
    title: 'Başlıq',
    grade: 'Qiymət',
    points: 'İndiki ballar',
    part: 'Dəyişmədə pay',
    note: 'Mənbə',
    measure: 'Tədbir',
    since: 'Başlanğıc',
    endedBy: 'Kim ləğv edə bilər',
    band: 'Səviyyə',
    share: 'Sınaqların payı',
    likelihood: 'Ehtimal',
    dyad: 'Cütlük',
    driver: 'Nə təsir etdi',
    peak: 'Ən yüksək göstərici',
    parameter: 'Parametr',
    value: 'Qiymət',
    notChecked: 'yoxlanılmayıb',
    record: 'qeydlərdəki həftəlik göstəricilər',
    ahead: 'heç nə baş verməsə',
    now: 'qeydlərin sonu',
    fading: 'Köhnələrin sönməsi',
    others: 'Digər yenilər',
    before: 'Əvvəl',
    after: 'Sonra',
    data: 'kodlaşdırma',
    full: 'metod da',
    from: 'aşağı hədd',
  },
  bands: {
    Cooperative: 'Əməkdaşlıq',
    Calm: 'Sakit',
    Strained: 'Narahat',
    Tense: 'Gərgin',
    Severe: 'Kəskin',
    Crisis: 'Böhran',
    Rupture: 'Qırılma',
  },
  categories: {
    diplomatic: 'diplomatiya',
    cultural: 'mədəniyyət',
    media: 'media',
    legal: 'hüquq',
    economic: 'iqtisadiyyat',
    people: 'insanlar',
    security: 'təhlükəsizlik',
    cyber: 'kiber',
  },
  likelihoods: {
    'almost no chance': 'demək olar ki, istisnadır',
    'very unlikely': 'çox az ehtimallıdır',
    unlikely: 'az ehtimallıdır',
    'roughly even chance': 'şanslar təxminən bərabərdir',
    likely: 'ehtimallıdır',
    'very likely': 'çox ehtimallıdır',
    'almost certain': 'demək olar ki, dəqiqdir',
  },
  confidences: { high: 'yüksəkdir', moderate: 'ortadır', low: 'aşağıdır' },
  measures: {
    closure: 'Bağlanma',
    ban: 'Qadağa',
    expulsion: 'Çıxarılma',
    case: 'Məhkəmə işi',
    custody: 'Həbsdə saxlama',
    restriction: 'Məhdudiyyət',
    sanction: 'Sanksiya',
    break: 'Münasibətlərin kəsilməsi',
    finding: 'Rəsmi qərar',
  },
  organs: { government: 'hökumət', courts: 'məhkəmələr', both: 'hökumət və ya məhkəmələr' },
  months: [
    'yanvar',
    'fevral',
    'mart',
    'aprel',
    'may',
    'iyun',
    'iyul',
    'avqust',
    'sentyabr',
    'oktyabr',
    'noyabr',
    'dekabr',
  ],
  shortMonths: ['yan', 'fev', 'mar', 'apr', 'may', 'iyn', 'iyl', 'avq', 'sen', 'okt', 'noy', 'dek'],
  words: {
    page: 'Səh.',
    of: '/',
    contents: 'Mündəricat',
    sources: 'Mənbələr',
    editedBy: 'Dəyişdirən:',
    table: 'Cədvəl',
    chart: 'Qrafik',
    note: 'Qeyd',
  },
}
