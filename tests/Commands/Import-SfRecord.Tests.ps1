BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    $org = Start-TestOrg
    function Get-JobRequest([string] $Method = '*') { @(Get-OrgRequest | Where-Object { $_.path -like '*/jobs/ingest*' -and $_.method -like $Method }) }
    function Get-Account([string] $Field = 'Name') { (Invoke-SfQuery "SELECT $Field FROM Account ORDER BY Name").$Field }
    function Set-Input([string] $Text, [string] $Encoding = 'utf8') { Set-Content $path $Text -Encoding $Encoding -NoNewline }
    function Import-Account { Import-SfRecord $path Account @args -WarningAction SilentlyContinue }
}

AfterAll { Stop-SfEmulator $org }

Describe 'Import-SfRecord' {
    BeforeEach {
        Reset-TestOrg
        $folder = New-Item (Join-Path $TestDrive ([guid]::NewGuid())) -ItemType Directory
        $path = Join-Path $folder 'accounts.csv'
        $successPath = Join-Path $folder 'accounts.success.csv'
        $errorPath = Join-Path $folder 'accounts.error.csv'
    }

    It 'Insert_WritesBothFilesInTheOrderOfTheInput' {
        Set-Input "Name,Tier__c`na,Gold`nb,Bronze`n`"c, d`",`na,Gold`n"

        $result = Import-SfRecord $path Account -Operation Insert -WarningVariable warning -WarningAction SilentlyContinue

        $result.Total, $result.Succeeded, $result.Created, $result.Failed, $result.Unknown | Should -Be 4, 3, 3, 1, 0
        $result.Path, $result.ObjectType, $result.Operation, $result.Resumed | Should -Be $path, 'Account', 'Insert', $false
        $result.JobIds | Should -HaveCount 1
        $warning | Should -BeLike "1 of 4 rows of *accounts.csv*"
        $done = Import-Csv $result.SuccessPath
        $done.Name | Should -Be 'a', 'c, d', 'a'
        $done.Created | Should -Be 'true', 'true', 'true'
        $done | ForEach-Object { (Invoke-SfQuery "SELECT Name FROM Account WHERE Id = '$($_.Id)'").Name | Should -Be $_.Name }
        $bad = Import-Csv $result.ErrorPath
        $bad.Name, $bad.Id | Should -Be 'b', ''
        $bad.Error | Should -BeLike 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST*'
    }

    It 'Upsert_TellsCreatedFromUpdated' {
        $null = New-SfRecord Account @{ Name = 'old'; Key__c = 'k1' }
        Set-Input "Name;Key__c`nnew;k1`nother;k2`n"

        $result = Import-Account -Operation Upsert -ExternalIdField Key__c

        $result.Succeeded, $result.Created | Should -Be 2, 1
        (Import-Csv $successPath -Delimiter ';').Created | Should -Be 'false', 'true'
        Get-Account | Should -Be 'new', 'other'
    }

    It 'UpdateAndDelete_GoByTheIdColumn' {
        $ids = (@{ Name = 'a' }, @{ Name = 'b' } | New-SfRecord Account).Id
        Set-Input "Id,Name`n$($ids[0]),changed`n001000000000000AAA,x`n"

        $result = Import-Account -Operation Update
        $result.Succeeded, $result.Failed | Should -Be 1, 1
        (Get-Content $successPath)[0] | Should -Be 'Id,Name,sf__Id,Created,Error'
        Get-Account | Should -Be 'b', 'changed'

        Set-Input "Name,Id`nb,$($ids[1])`n"
        (Import-Account -Operation Delete -Force).Succeeded | Should -Be 1
        Get-Account | Should -Be 'changed'
    }

    It 'OperationInAnyCase_IsTheSameOperation' {
        $id = (New-SfRecord Account @{ Name = 'old'; Key__c = 'k1' }).Id
        Set-Input "Name,Key__c`nnew,k1`n"

        (Import-Account -Operation upsert -ExternalIdField Key__c).Operation | Should -BeExactly 'Upsert'
        { Import-Account -Operation UPSERT -Force } | Should -Throw -ErrorId 'ExternalIdIsForUpsert,*'

        Get-Account | Should -Be 'new'
        Set-Input "Id`n$id`n"
        $script = { Import-SfRecord $path Account -Operation harddelete -ResultDirectory "$path.new" }
        { Invoke-Unattended $script -Variables @{ path = $path } } | Should -Throw -ExceptionType ([Management.Automation.Host.HostException])
        Get-Account | Should -Be 'new'
    }

    It 'HardDelete_AsksUnlessForced' {
        $id = (New-SfRecord Account @{ Name = 'a' }).Id
        Set-Input "Id`n$id`n"
        $script = { Import-SfRecord $path Account -Operation HardDelete }

        { Invoke-Unattended $script @{ path = $path } } | Should -Throw
        Get-Account | Should -Be 'a'

        (Import-Account -Operation HardDelete -Force).Succeeded | Should -Be 1
        Invoke-SfQuery 'SELECT Id FROM Account' -IncludeDeleted | Should -BeNullOrEmpty
    }

    It 'Encoding_IsToldByItsMarkOrByName' {
        $text = "Name`tSite`nM$([char]0xFC)ller`tK$([char]0xF6)ln`n"
        Set-Input $text unicode
        (Import-Account -Operation Insert).Succeeded | Should -Be 1
        [IO.File]::ReadAllBytes($successPath)[0..1] | Should -Be 0xFF, 0xFE

        [IO.File]::WriteAllBytes($path, [Text.Encoding]::Latin1.GetBytes($text))
        (Import-Account -Operation Insert -Encoding windows-1252 -Force).Succeeded | Should -Be 1
        Get-Account | Should -Be "M$([char]0xFC)ller", "M$([char]0xFC)ller"
        (Import-Account -Operation Insert -Force).Failed | Should -Be 1
    }

    It 'Mapping_IsAHashtableOrADataLoaderFile' {
        Set-Input "Company no.;Company;Other`nk1;a;x`n"
        $null = Import-Account -Operation Insert -Mapping @{ 'company no.' = 'Key__c'; Company = 'Name'; '"Berlin"' = 'BillingCity' }
        Get-Account Key__c | Should -Be 'k1'
        Get-Account BillingCity | Should -Be 'Berlin'
        (Get-Content $successPath)[1] | Should -BeLike 'k1;a;x;001*;true;'

        $sdl = Join-Path $folder 'accounts.sdl'
        Set-Content $sdl '#Mapping values', 'Company\ no.=Key__c', 'Company=Name,Site', 'Other='
        (Import-Account -Operation Upsert -ExternalIdField Key__c -Mapping $sdl -Force).Created | Should -Be 0
        Get-Account Site | Should -Be 'a'
    }

    It 'ClearBlank_ClearsAndOtherwiseBlanksAreLeftAlone' {
        $null = New-SfRecord Account @{ Name = 'a'; Key__c = 'k'; Site = 's' }
        Set-Input "Key__c,Site`nk,`n"

        $null = Import-Account -Operation Upsert -ExternalIdField Key__c
        Get-Account Site | Should -Be 's'
        $null = Import-Account -Operation Upsert -ExternalIdField Key__c -ClearBlank -Force
        Get-Account Site | Should -BeNullOrEmpty
    }

    It 'ParentColumn_LinksByExternalId' {
        $null = New-SfRecord Account @{ Name = 'a'; Key__c = 'k' }
        Set-Input "Name,Parent.Key__c`nb,k`nc,none`n"

        $result = Import-Account -Operation Insert

        $result.Succeeded, $result.Failed | Should -Be 1, 1
        Get-Account 'Parent.Name' | Should -Be $null, 'a'
    }

    It 'SeveralFiles_EachHaveTheirResult' {
        'a', 'b' | ForEach-Object { Set-Content (Join-Path $folder "$_.csv") "Name`n$_" }

        Get-ChildItem $folder -Filter *.csv | Import-SfRecord -ObjectType Account -Operation Insert | Should -HaveCount 2
        Import-SfRecord (Join-Path $folder '?.csv') Account -Operation Insert -Force | Should -HaveCount 2
        Get-Account | Should -Be 'a', 'a', 'b', 'b'
    }

    It 'WhatIf_ChecksAndWritesNothing' {
        Set-Input "Name`na`n"
        Import-SfRecord $path Account -Operation Insert -StatePath (Join-Path $folder 'state') -WhatIf | Should -BeNullOrEmpty

        Get-JobRequest | Should -HaveCount 0
        Get-ChildItem $folder | Should -HaveCount 1

        Set-Input "Nonsense`na`n"
        { Import-SfRecord $path Account -Operation Insert -WhatIf } | Should -Throw -ErrorId 'ImportColumnInvalid,*'
    }

    It '<Id>_IsTheErrorOf_<Text>' -ForEach @(
        @{ Id = 'ImportColumnInvalid'; Category = 'InvalidArgument'; Text = 'Name,Nonsense'; Arguments = @{ Operation = 'Insert' } }
        @{ Id = 'ImportColumnInvalid'; Category = 'InvalidArgument'; Text = 'Name'; Arguments = @{ Operation = 'Upsert'; ExternalIdField = 'Key__c' } }
        @{ Id = 'ImportFileInvalid'; Category = 'InvalidData'; Text = ''; Arguments = @{ Operation = 'Insert' } }
        @{ Id = 'ExternalIdIsForUpsert'; Category = 'InvalidArgument'; Text = 'Name'; Arguments = @{ Operation = 'Upsert' } }
    ) {
        Set-Input $Text

        $problem = { Import-SfRecord $path Account @Arguments } | Should -Throw -ErrorId "$Id,*" -PassThru

        $problem.CategoryInfo.Category | Should -Be $Category
        $problem.TargetObject | Should -Be $(if ($Id -like 'Import*') { $path } else { 'Upsert' })
        Get-JobRequest | Should -HaveCount 0
    }

    It 'ResultsOfAnEarlierImport_AreNotOverwritten' {
        Set-Input "Name`na`n"
        $null = Import-Account -Operation Insert

        $problem = { Import-Account -Operation Insert } | Should -Throw -ErrorId 'ImportResultsExist,*' -PassThru

        $problem.CategoryInfo.Category, $problem.TargetObject | Should -Be 'ResourceExists', $path
        Get-Account | Should -HaveCount 1
        (Import-Account -Operation Insert -ResultDirectory (Join-Path $folder 'new')).SuccessPath | Should -Exist
    }

    It 'MissingFile_IsAnErrorAndTheOthersAreImported' {
        Set-Input "Name`na`n"

        $result = "$path.none", $path | Import-SfRecord -ObjectType Account -Operation Insert -ErrorVariable problem -ErrorAction SilentlyContinue

        $result.Succeeded | Should -Be 1
        $problem.FullyQualifiedErrorId | Should -BeLike 'PathNotFound,*'
        $problem.TargetObject, $problem.CategoryInfo.Category | Should -Be "$path.none", 'ObjectNotFound'
    }

    It 'CtrlC_StopsTheJobsAndTheSameCommandGoesOn' {
        Set-Input ("Name`n" + (1..100 -join "`n") + "`n")
        $state = Join-Path $folder 'state'
        Set-OrgFault @{ match = "GET /services/data/v$((Get-SfSession).ApiVersion)/jobs/ingest/"; delayMs = 60000; count = 100 }
        $script = { Import-SfRecord $path Account -Operation Insert -StatePath $state -Session $session }
        $variables = @{ path = $path; state = $state; session = (Get-SfSession) }

        $stopped = Stop-Midway $script -When { Get-JobRequest PATCH } -Variables $variables

        $stopped.Elapsed.TotalSeconds | Should -BeLessThan 3
        Invoke-OrgControl Delete faults
        $result = Import-Account -Operation Insert -StatePath $state
        $result.Resumed, $result.Succeeded | Should -Be $true, 100
        Get-Account | Sort-Object -Unique | Should -HaveCount 100
        Get-Account | Should -HaveCount 100
    }

    It 'KilledAtRandomMomentsAndResumed_EveryRowIsInTheOrgOnce' {
        Set-Input ("Name`n" + ((1..10000 | ForEach-Object { "row $_" }) -join "`n") + "`n")
        $state = Join-Path $folder 'state'
        $env:SF_TEST_SECRET = [Net.NetworkCredential]::new('', $org.ClientSecret).Password
        $arguments = '-NoProfile', '-File', "$PSScriptRoot/ImportInChild.ps1", $org.LoginUrl, $org.ClientId, $path, $state
        foreach ($kill in 1..5) {
            $before = @(Get-JobRequest).Count
            $child = Start-Process pwsh -PassThru -ArgumentList $arguments -RedirectStandardOutput (Join-Path $folder "$kill.txt")
            $wanted = $before + (Get-Random -Minimum 1 -Maximum 40)
            Wait-Until { $child.HasExited -or @(Get-JobRequest).Count -ge $wanted } -Seconds 120
            $child.Kill()
            $child.WaitForExit()
            $child.Dispose()
        }
        $env:SF_TEST_SECRET = $null

        $result = Import-Account -Operation Insert -BatchSize 500 -StatePath $state

        $result.Resumed, $result.Total, $result.Succeeded | Should -Be $true, 10000, 10000
        $names = Get-Account
        $names | Should -HaveCount 10000
        $names | Sort-Object -Unique | Should -HaveCount 10000
        (Import-Csv $successPath).Name | Should -Be (Import-Csv $path).Name
    }
}
