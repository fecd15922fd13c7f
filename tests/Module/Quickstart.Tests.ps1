BeforeDiscovery {
    $stockIndex = "$PSScriptRoot/../../../shared/data/sp500.csv"
    $files = @(
        @{ File = 'its own'; Path = $null; Mapping = $null; Counts = 1, 1000, 3000, 1000, 100, 1, 1, 3001, 1000, 0 }
        if (Test-Path $stockIndex) {
            @{
                File    = 'another'
                Path    = $stockIndex
                Mapping = 'CompanyKey__c=Symbol; Name=Security; TickerSymbol=Symbol; Industry=GICS Sector; ' +
                    'SicDesc=GICS Sub-Industry; Site=Headquarters Location; AccountNumber=CIK; CustomerSince__c=Date added'
                Counts  = 1, 503, 1509, 503, 100, 1, 1, 1510, 503, 0
            }
        }
    )
}

Describe 'quickstart.ps1' {
    BeforeAll {
        . "$PSScriptRoot/ChildPowerShell.ps1"
        $script = Resolve-Path "$PSScriptRoot/../../samples/quickstart.ps1"
    }

    It 'File_GoesInAndOutAgain: <File>' -ForEach $files {
        $arguments = if ($Path) { "-Path '$Path' -Mapping '$Mapping'" }

        $output = Invoke-ChildPowerShell "& '$script' $arguments; exit `$LASTEXITCODE"

        $records = $output -match ' \d+ +\d+ +\d+ +[\d.]+$' -replace '^.*? (\d+) +\d+ +\d+ +[\d.]+$', '$1'
        $records | Should -Be $Counts
        $output | Select-Object -Last 1 | Should -BeLike 'All 10 steps are as expected, with * API calls.'
    }

    It 'ColumnThatTheFileDoesNotHave_EndsWithItsName' {
        { Invoke-ChildPowerShell "& '$script' -Mapping @{ CompanyKey__c = 'Key'; Name = 'Firm' }" } | Should -Throw '*Firm*'
    }
}
