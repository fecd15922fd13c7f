# Every field type in and out: field, value that goes in, value that must come out (the same where none is given).
# Dot-source it with $parent, the 18 characters of an Id.
function New-Row([string] $Field, [string] $Case, [object] $In, [object] $Out = $In) {
    [pscustomobject]@{ Field = $Field; Case = "$Field $Case"; In = $In; Out = $Out }
}

function New-Instant([string] $Utc) { [DateTimeOffset]::Parse("${Utc}Z", [cultureinfo]::InvariantCulture) }

$emoji = [char]::ConvertFromUtf32(0x1F600)
$accents = -join [char[]](0xDF, 0xE9, 0x142, 0x4E2D, 0x5D0, 0x200D, 0x301)
$nasty = "`"a,b`"`";`t'x'`r`n<y>&amp;`n$emoji$accents"

# Numbers: extremes, and no exponent on the wire.
New-Row Whole__c 'largest' 99999999
New-Row Whole__c 'smallest' (-99999999)
New-Row Whole__c 'decimal' 5.00d 5
New-Row Whole__c 'text' ' +7.00 ' 7
New-Row Number__c 'smallest' 1e-9
New-Row Number__c 'small as text' '1E-7' 0.0000001
New-Row Number__c 'nine digits behind the point' 123456789.123456789
New-Row Number__c 'zero' 0 0.0
New-Row Number__c 'negative' (-0.5)
New-Row Large__c 'eighteen digits' 900719925474099200 9.007199254740992e17
New-Row Large__c 'as a double' 1e17
New-Row Large__c 'as text' '1e17' 1e17
New-Row Money__c 'eighteen digits' 4503599627370495.50d
New-Row Money__c 'eighteen digits, negative' (-4503599627370495.50d)
New-Row Money__c 'cent' 0.01d
New-Row Money__c 'double' 1e15 1000000000000000d
New-Row Share__c 'fraction' 12.3456d 12.3456

# Dates: the calendar's ends and the days on which clocks change; whatever the kind and hour, the date stays.
New-Row Day__c 'first' ([datetime]::new(1700, 1, 1))
New-Row Day__c 'last' ([datetime]::new(4000, 12, 31))
foreach ($day in '2026-03-08', '2026-03-29', '2026-04-05', '2026-10-04', '2026-10-25', '2026-11-01') {
    $date = [datetime]::ParseExact($day, 'yyyy-MM-dd', [cultureinfo]::InvariantCulture)
    foreach ($kind in 'Unspecified', 'Local', 'Utc') {
        New-Row Day__c "$day $kind early" ([datetime]::SpecifyKind($date.AddMinutes(30), $kind)) $date
        New-Row Day__c "$day $kind late" ([datetime]::SpecifyKind($date.AddHours(23.5), $kind)) $date
    }
    New-Row Day__c "$day far offset" ([DateTimeOffset]::new($date.AddHours(23), [timespan]::FromHours(-11))) $date
    New-Row Day__c "$day DateOnly" ([DateOnly]::FromDateTime($date)) $date
    New-Row Day__c "$day text" $day $date
}

# Instants: the calendar's ends, and each second before and at a change of clocks, as the kinds that .NET has.
New-Row Instant__c 'first' (New-Instant '1700-01-01T00:00:00')
New-Row Instant__c 'last' (New-Instant '4000-12-31T23:59:59')
$changes = '2026-03-29T00:59:59', '2026-03-29T01:00:00', '2026-10-25T00:59:59', '2026-10-25T01:00:00', '2026-03-08T06:59:59', '2026-03-08T07:00:00',
'2026-11-01T05:59:59', '2026-11-01T06:00:00', '2026-10-03T15:29:59', '2026-10-03T15:30:00', '2026-04-04T14:59:59', '2026-04-04T15:00:00'
foreach ($utc in $changes) {
    $instant = New-Instant $utc
    New-Row Instant__c "$utc offset" $instant.ToOffset([timespan]::FromHours(5.75)) $instant
    New-Row Instant__c "$utc Utc" $instant.UtcDateTime $instant
    New-Row Instant__c "$utc Local" $instant.LocalDateTime $instant
    New-Row Instant__c "$utc text" $instant.ToOffset([timespan]::FromHours(-9)).ToString('yyyy-MM-ddTHH:mm:sszzz', [cultureinfo]::InvariantCulture) $instant
    # An hour that the clock shows twice does not say which of the two it is.
    $shown = [datetime]::SpecifyKind($instant.LocalDateTime, 'Unspecified')
    if (-not [TimeZoneInfo]::Local.IsAmbiguousTime($shown)) { New-Row Instant__c "$utc Unspecified" $shown $instant }
}
New-Row Clock__c 'midnight' ([timespan]::Zero)
New-Row Clock__c 'last' ([timespan]'23:59:59.999')
New-Row Clock__c 'TimeOnly' ([TimeOnly]::new(9, 5)) ([timespan]'09:05')

# Text.
New-Row Text__c 'quotes, line breaks, emoji' $nasty
New-Row Text__c 'blanks around' "  `t blanks  "
New-Row Text__c 'mark of byte order' "$([char]0xFEFF)a"
New-Row Text__c 'looks like something else' 'true'
New-Row Text__c 'looks like a number' '007'
New-Row Text__c 'looks like a formula' '=1+1'
New-Row Text__c 'longest' ($emoji * 127 + 'x')
New-Row Text__c 'number' 1.5 '1.5'
New-Row Text__c 'boolean' $true 'true'
New-Row Long__c 'longest' ($nasty * [math]::Ceiling(131072 / $nasty.Length)).Substring(0, 131072)
New-Row Email__c 'address' "o'brien+x@emulator.example"
New-Row Phone__c 'number' '+49 (30) 1234-5678'
New-Row Site__c 'Uri' ([uri]'https://emulator.example/a?b=c&d=%20') 'https://emulator.example/a?b=c&d=%20'
New-Row Pick__c 'comma' 'Two, three'
New-Row Pick__c 'quotes' '"Four"'
New-Row Multi__c 'list' @('West', 'North') @('West', 'North')
New-Row Multi__c 'one' 'East' @('East')
New-Row Multi__c 'joined' 'South;East' @('South', 'East')
foreach ($word in 'yes', 'TRUE', 'on', '1', 1, $true) { New-Row Flag__c "true as $word" $word $true }
foreach ($word in 'no', 'False', 'off', '0', 0, $false) { New-Row Flag__c "false as $word" $word $false }
New-Row Parent__c 'eighteen characters' $parent
New-Row Parent__c 'fifteen characters' $parent.Substring(0, 15) $parent
